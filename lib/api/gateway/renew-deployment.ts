import { createHash } from 'node:crypto';
import { CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';

/** The types of the resources that a deployment is a snapshot of. */
const DEPLOYED = [
  'AWS::ApiGateway::Resource',
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::Model',
  'AWS::ApiGateway::RequestValidator',
  'AWS::ApiGateway::Authorizer',
  'AWS::ApiGateway::GatewayResponse',
];

/** The properties of the API itself that a deployment is a snapshot of; not its name, description and tags. */
const DEPLOYED_OF_API = [
  'Policy',
  'BinaryMediaTypes',
  'MinimumCompressionSize',
  'ApiKeySourceType',
  'DisableExecuteApiEndpoint',
  'EndpointConfiguration',
];

/**
 * Creates a new deployment of an API if a resource in the deployment changes, and at no other time.
 *
 * CloudFormation deploys an API once for each logical id of its deployment. The CDK's own id does not change with
 * authorizers, and changes with tags. https://github.com/aws/aws-cdk/issues/13526
 */
export function renewDeployment(restApi: apigateway.RestApi): void {
  const stack = Stack.of(restApi);
  const deployment = restApi.latestDeployment?.node.defaultChild as apigateway.CfnDeployment;
  let settled: string | undefined;
  deployment.overrideLogicalId(
    Lazy.uncachedString({ produce: () => `Deployment${(settled ?? fingerprintOf(stack, restApi)).toUpperCase()}` }),
  );
  // Nothing changes after the validation, and a synthesis reads the id several times more.
  restApi.node.addValidation({
    validate: () => {
      settled = fingerprintOf(stack, restApi);
      return [];
    },
  });
}

function fingerprintOf(stack: Stack, restApi: apigateway.RestApi): string {
  const resources = stack.node.findAll().filter((node) => CfnResource.isCfnResource(node));
  const deployed = resources.filter(({ cfnResourceType }) => DEPLOYED.includes(cfnResourceType)).map(templateOf(stack));
  const { Properties } = Object.values(templateOf(stack)(restApi.node.defaultChild as CfnResource))[0] ?? {};
  const api = DEPLOYED_OF_API.map((property) => Properties?.[property]);
  const parts = deployed.map((part) => JSON.stringify(part)).sort();
  return createHash('sha256')
    .update(JSON.stringify([parts, api]))
    .digest('hex')
    .slice(0, 32);
}

type Resources = Record<string, { readonly Properties?: Record<string, unknown> }>;

/** The CloudFormation of a resource. */
function templateOf(stack: Stack): (resource: CfnResource) => Resources {
  return (resource) => {
    // There is no other way to read a resource during synthesis; the CDK's own deployments do the same.
    const { Resources } = (
      resource as unknown as { _toCloudFormation(): { Resources: Resources } }
    )._toCloudFormation();
    return stack.resolve(Resources);
  };
}
