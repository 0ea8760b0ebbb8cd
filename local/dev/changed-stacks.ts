import { isDeepStrictEqual } from 'node:util';
import { CloudAssembly, type CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';

/** Templates of deployed stacks, by the path of the stack in the app. */
export type Templates = ReadonlyMap<string, unknown>;

/** Returns the templates of the stacks in a folder that the CDK has synthesized into. */
export function readTemplates(folder: string): Templates {
  return new Map(
    new CloudAssembly(folder).stacksRecursively.map((stack) => [stack.hierarchicalId, withoutCode(stack)]),
  );
}

/** Returns the stacks that must be deployed: those that are new or whose template differs. */
export function changedStacks(deployed: Templates, synthesized: Templates): string[] {
  return [...synthesized].filter(([id, each]) => !isDeepStrictEqual(each, deployed.get(id))).map(([id]) => id);
}

/** Returns a template without the places of functions' code, which is replaced without a deployment. */
function withoutCode({ template }: CloudFormationStackArtifact): unknown {
  return JSON.parse(JSON.stringify(template), (key, value) => {
    if (key === 'S3Key' || key === 'aws:asset:path') return undefined;
    return value;
  });
}
