import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemblyFolder } from './synthesized-app.ts';

/** A synthesized stack of a stage. */
export interface DeployedStack {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: templates have the types of CloudFormation, not ours
  readonly template: any;
  readonly terminationProtection: boolean;
  /** The names of the stacks that are deployed before it. */
  readonly dependencies: readonly string[];
}

/** A stack in the manifest of a cloud assembly. */
interface StackArtifact {
  readonly type: string;
  readonly dependencies?: readonly string[];
  readonly properties: {
    readonly stackName: string;
    readonly templateFile: string;
    readonly terminationProtection?: boolean;
  };
}

/** The synthesized stacks of a stage. */
export function stacksOf(stage: string): DeployedStack[] {
  const folder = join(assemblyFolder(), `assembly-${stage}`);
  const { artifacts } = readJson(join(folder, 'manifest.json')) as { artifacts: Record<string, StackArtifact> };
  return Object.values(artifacts)
    .filter(({ type }) => type === 'aws:cloudformation:stack')
    .map(({ dependencies = [], properties: { stackName, templateFile, terminationProtection = false } }) => ({
      name: stackName,
      template: readJson(join(folder, templateFile)),
      terminationProtection,
      dependencies: dependencies.flatMap((id) => artifacts[id]?.properties.stackName ?? []),
    }));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
