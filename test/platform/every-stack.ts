import { selectStages } from '../../lib/stages/index.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { type DeployedStack, stacksOf } from './deployed-stacks.ts';

/** A resource of a synthesized stack. */
export interface DeployedResource {
  /** Where it is: its stack's name and its logical id. */
  readonly where: string;
  readonly logicalId: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: the properties are whatever CloudFormation knows of the type
  readonly properties: any;
  readonly deletionPolicy: string | undefined;
  readonly stack: string;
  readonly stage: StageConfig;
}

/** What the app deploys for each of its stages, as it is in bin. */
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
  // biome-ignore lint/suspicious/noExplicitAny: a resource is what CloudFormation reads
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

/** What the CDK brings to do what CloudFormation cannot: its functions are not ours to arrange. */
const CDK_PROVIDER = /CustomResourceProvider|CustomS3AutoDelete|CustomVpcRestrictDefaultSG/;

/** The resources that are ours to arrange. */
export const ours = (resources: DeployedResource[]) =>
  resources.filter(({ logicalId }) => !CDK_PROVIDER.test(logicalId));
/** Where a rule is not kept. */
export const whereNot = (resources: DeployedResource[], rule: (resource: DeployedResource) => boolean) =>
  resources.filter((resource) => !rule(resource)).map(({ where }) => where);

/** The logical id behind a reference within a stack. */
export const referred = (value: unknown): string | undefined => {
  const { Ref, 'Fn::GetAtt': attribute } = (value ?? {}) as { Ref?: string; 'Fn::GetAtt'?: string[] };
  return Ref ?? attribute?.[0];
};
