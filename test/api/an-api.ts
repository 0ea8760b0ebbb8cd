import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { OrderApi } from '../../lib/api/gateway/order-api.ts';
import { OPERATIONS } from '../../lib/api/operations/index.ts';
import type { Operation } from '../../lib/api/operations/operation.ts';
import type { CapabilityStack } from '../../lib/platform/capability-stack.ts';
import { prod } from '../../lib/stages/prod.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { testStack } from '../platform/test-stack.ts';

/** The differences of an API under test from the deployed one. */
export interface ApiVariant {
  readonly stage?: StageConfig;
  readonly operations?: readonly Operation[];
  /** A change of the stack before it is synthesized. */
  readonly change?: (stack: CapabilityStack, api: OrderApi) => void;
}

/** An API with one function for all operations. */
export function anApi({ stage = prod, operations = OPERATIONS, change }: ApiVariant = {}) {
  const stack = testStack(stage);
  const handler = lambda.Function.fromFunctionArn(
    stack,
    'Handler',
    'arn:aws:lambda:eu-central-1:111122223333:function:any',
  );
  const pool = UserPool.fromUserPoolId(stack, 'Pool', 'eu-central-1_pool');
  const api = new OrderApi(stack, 'OrderApi', {
    stage,
    authorizers: {
      customer: new apigateway.CognitoUserPoolsAuthorizer(stack, 'Customers', { cognitoUserPools: [pool] }),
      partner: new apigateway.RequestAuthorizer(stack, 'Partners', {
        handler,
        identitySources: [apigateway.IdentitySource.header('Authorization')],
      }),
    },
  });
  for (const operation of operations) api.serve(operation, new apigateway.LambdaIntegration(handler));
  change?.(stack, api);
  const template = Template.fromStack(stack);
  return { stack, api, template, methods: methodsOf(template) };
}

/** The methods of an API, by their operations' ids. */
// biome-ignore lint/suspicious/noExplicitAny: the properties of a method in CloudFormation have no type
export function methodsOf(template: Template): Record<string, any> {
  const methods = Object.values(template.findResources('AWS::ApiGateway::Method'));
  return Object.fromEntries(
    methods.map(({ Properties }) => [
      Properties.OperationName ?? `${Properties.HttpMethod} without a name`,
      Properties,
    ]),
  );
}
