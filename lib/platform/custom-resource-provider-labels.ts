import { CfnResource, type IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Properties for a `CustomResourceProviderLabels`. */
export interface CustomResourceProviderLabelsProps {
  /** The tags of the stack. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Adds tags and descriptions to the functions and roles that the CDK creates for its custom resources.
 *
 * They are raw `CfnResource`s, which `Tags` skips.
 */
export class CustomResourceProviderLabels implements IAspect {
  readonly #tags: { Key: string; Value: string }[];

  constructor(props: CustomResourceProviderLabelsProps) {
    this.#tags = Object.entries(props.tags).map(([Key, Value]) => ({ Key, Value }));
  }

  public visit(node: IConstruct): void {
    const provider = /Custom::(\w+)CustomResourceProvider/.exec(node.node.path)?.[1];
    if (!provider || !(node instanceof CfnResource)) return;
    if (!['AWS::IAM::Role', 'AWS::Lambda::Function'].includes(node.cfnResourceType)) return;

    node.addPropertyOverride('Tags', this.#tags);
    node.addPropertyOverride('Description', `Custom resource provider of the AWS CDK for ${provider}.`);
  }
}
