import { Aspects, CliCredentialsStackSynthesizer, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../stages/stage-config.ts';
import { CustomResourceProviderLabels } from './custom-resource-provider-labels.ts';

/** Properties for a `CapabilityStack`. */
export interface CapabilityStackProps {
  /** The stage the stack belongs to. */
  readonly stage: StageConfig;
  /** What the stack holds, in a sentence: shown in CloudFormation's list of stacks. */
  readonly description: string;
  /**
   * The capability whose cost and resources these are; becomes the `capability` tag.
   *
   * @default - the stack's id
   */
  readonly capability?: string;
  /**
   * The `stage` tag.
   *
   * @default - the stage's name
   */
  readonly stageTag?: string;
  /**
   * Whether the stack holds data that a new deployment would not bring back.
   *
   * @default false
   */
  readonly stateful?: boolean;
  /**
   * The stack's physical name.
   *
   * @default - the stage's name, a hyphen and the stack's id
   */
  readonly stackName?: string;
  /**
   * The region the stack is deployed to.
   *
   * @default - the stage's region
   */
  readonly region?: string;
}

/** A stack of one capability in one stage: its name, its tags, its zones and how it is deployed. */
export class CapabilityStack extends Stack {
  readonly #zones: string[];

  constructor(scope: Construct, id: string, props: CapabilityStackProps) {
    const { stage } = props;
    super(scope, id, {
      stackName: props.stackName ?? `${stage.name}-${id}`,
      description: props.description,
      env: { region: props.region ?? stage.region, ...(stage.account && { account: stage.account }) },
      terminationProtection: props.stateful === true && stage.terminationProtection,
      ...synthesizerOf(stage),
    });
    this.#zones = stage.network.zones.map((zone) => zone.name);

    const tags = {
      application: 'order-platform',
      stage: props.stageTag ?? stage.name,
      capability: props.capability ?? id,
      owner: stage.owner,
    };
    for (const [key, value] of Object.entries(tags)) Tags.of(this).add(key, value);
    Aspects.of(this).add(new CustomResourceProviderLabels({ tags }));
  }

  /** The stage's zones as they are configured: looking them up would need credentials at synth. */
  override get availabilityZones(): string[] {
    return this.#zones;
  }
}

function synthesizerOf(stage: StageConfig): Pick<StackProps, 'synthesizer'> {
  return stage.deployWith === 'caller-credentials' ? { synthesizer: new CliCredentialsStackSynthesizer() } : {};
}
