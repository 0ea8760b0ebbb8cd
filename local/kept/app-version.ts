import { createHash } from 'node:crypto';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';

/** A template, as far as it says where data is. */
export interface DataTemplate {
  readonly Resources?: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: { readonly KeySchema?: unknown } }>
  >;
}

/** The types of the resources whose data is kept. */
const TYPES = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool'];

/** Returns a fingerprint of the resources that hold data, by the templates of stacks: kept data fits only the same ones. */
export function appVersion(templates: Readonly<Record<string, DataTemplate>>): string {
  const resources = Object.entries(templates).flatMap(([stack, { Resources = {} }]) =>
    Object.entries(Resources)
      .filter(([, { Type }]) => TYPES.includes(Type))
      .map(([id, { Type, Properties }]) => JSON.stringify([stack, id, Type, Properties?.KeySchema])),
  );
  return createHash('sha256').update(resources.sort().join('\n')).digest('hex');
}

/** Returns the version of the app in a folder that the CDK has synthesized into. */
export function versionOfAssembly(folder: string): string {
  const stacks = new CloudAssembly(folder).stacksRecursively;
  return appVersion(Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template])));
}
