import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import type { StageConfig } from '../lib/stages/stage-config.ts';

/** Outputs of the stacks of a deployed stage. */
export interface StackOutputs {
  /**
   * Returns the value of an output by its name.
   *
   * @throws Error if no stack of the stage has it
   */
  get(name: string): string;
}

/** The stacks with outputs, and their regions. */
const stacksOf = (stage: StageConfig) => [
  ...[
    'access-data',
    'api',
    'orders-data',
    'orders',
    'payments-data',
    'payments',
    'messaging-data',
    'messaging',
    'documents',
    'documents-data',
    'analytics-data',
    'analytics',
  ].map((capability) => ({
    region: stage.region,
    stackName: `${stage.name}-${capability}`,
  })),
  { region: stage.replicaRegion, stackName: `${stage.name}-documents-replica` },
];

/**
 * Reads the outputs of a deployed stage.
 *
 * @throws Error that names the first stack that is not deployed
 */
export async function stackOutputs(stage: StageConfig): Promise<StackOutputs> {
  const outputs = new Map((await Promise.all(stacksOf(stage).map(outputsOf))).flat());
  return {
    get: (name) => {
      const value = outputs.get(name);
      if (!value) throw new Error(`no stack of stage ${stage.name} has an output ${name}: deploy the stage again`);
      return value;
    },
  };
}

async function outputsOf({ region, stackName }: { region: string; stackName: string }): Promise<[string, string][]> {
  const client = new CloudFormationClient({ region });
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName })).catch((error: Error) => {
    throw new Error(`stack ${stackName} cannot be read in ${region}: ${error.message}`);
  });
  return (Stacks?.[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']);
}
