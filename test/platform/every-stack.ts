import { selectStages } from '../../lib/stages/index.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { type DeployedStack, stacksOf } from './deployed-stacks.ts';

/** A resource of a synthesized stack. */
export interface DeployedResource {
  /** The name of its stack and its logical id: `prod-orders/Queue1234`. */
  readonly where: string;
  readonly logicalId: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: the properties depend on the type of the resource
  readonly properties: any;
  readonly deletionPolicy: string | undefined;
  readonly stack: string;
  readonly stage: StageConfig;
}

/** The stacks of each stage, as bin/app.ts deploys them. */
export const STAGES = selectStages().map((config) => ({ config, stacks: stacksOf(config.name) }));

/** Every resource of every stage. */
export const RESOURCES: DeployedResource[] = STAGES.flatMap(({ config, stacks }) =>
  stacks.flatMap((stack) => resourcesOf(stack, config)),
);

/** The resources of a type in every stage. */
export function resourcesOfType(type: string): DeployedResource[] {
  return RESOURCES.filter((resource) => resource.type === type);
}

function resourcesOf({ name, template }: DeployedStack, stage: StageConfig): DeployedResource[] {
  // biome-ignore lint/suspicious/noExplicitAny: resources have the types of CloudFormation, not ours
  return Object.entries<any>(template.Resources).map(([logicalId, resource]) => ({
    where: `${name}/${logicalId}`,
    logicalId,
    type: resource.Type,
    properties: resource.Properties ?? {},
    deletionPolicy: resource.DeletionPolicy,
    stack: name,
    stage,
  }));
}

/** The CDK's providers of custom resources, whose functions we do not configure. */
const CDK_PROVIDER = /CustomResourceProvider|CustomS3AutoDelete|CustomVpcRestrictDefaultSG/;

/** The resources that this app configures. */
export const ours = (resources: DeployedResource[]) =>
  resources.filter(({ logicalId }) => !CDK_PROVIDER.test(logicalId));

/**
 * The resources that violate a rule.
 *
 * @throws Error if there is no resource to check: a rule for a misspelled type would always pass
 */
export function whereNot(resources: DeployedResource[], rule: (resource: DeployedResource) => boolean): string[] {
  if (resources.length === 0) throw new Error('no stage deploys a resource that the rule is about');
  return resources.filter((resource) => !rule(resource)).map(({ where }) => where);
}

/** The logical id in a reference within a stack. */
export const referred = (value: unknown): string | undefined => {
  const { Ref, 'Fn::GetAtt': attribute } = (value ?? {}) as { Ref?: string; 'Fn::GetAtt'?: string[] };
  return Ref ?? attribute?.[0];
};
