import { Aspects, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../stages/stage-config.ts';
import { CustomResourceProviderLabels } from './custom-resource-provider-labels.ts';

/** Properties for a `CapabilityStack`. */
export interface CapabilityStackProps {
  /** The stage the stack belongs to. */
  readonly stage: StageConfig;
  /** The description of the stack, in a sentence. */
  readonly description: string;
  /**
   * The capability that the stack's resources belong to; the value of the `capability` tag.
   *
   * @default - the stack's id
   */
  readonly capability?: string;
  /**
   * The value of the `stage` tag.
   *
   * @default - the stage's name
   */
  readonly stageTag?: string;
  /**
   * Marks a stack with data that a new deployment cannot restore: termination protection applies if the stage has it.
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

/** A stack of one capability in one stage, with the stage's name, tags, Availability Zones and deployment roles. */
export class CapabilityStack extends Stack {
  readonly #zones: string[];

  constructor(scope: Construct, id: string, props: CapabilityStackProps) {
    const { stage } = props;
    super(scope, id, {
      stackName: props.stackName ?? `${stage.name}-${id}`,
      description: props.description,
      env: { region: props.region ?? stage.region, ...(stage.account && { account: stage.account }) },
      terminationProtection: props.stateful === true && stage.terminationProtection,
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

  /** The configured Availability Zones of the stage: a lookup would need credentials during synthesis. */
  override get availabilityZones(): string[] {
    return this.#zones;
  }
}
