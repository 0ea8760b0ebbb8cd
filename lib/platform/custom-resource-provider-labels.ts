import { CfnResource, type IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Properties for a `CustomResourceProviderLabels`. */
export interface CustomResourceProviderLabelsProps {
  /** The tags that everything in the stack carries. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Tags and describes the functions and roles that the CDK adds to a stack for what CloudFormation cannot do itself.
 *
 * They are raw resources, which `Tags` passes over.
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
    node.addPropertyOverride('Description', `The CDK's provider of ${provider}.`);
  }
}
