import { join } from 'node:path';
import { CfnOutput, Duration } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { buildSync } from 'esbuild';
import { OrderApi } from '../../lib/api/gateway/order-api.ts';
import { orderOperations } from '../../lib/api/operations/order-operations.ts';
import { BUNDLING } from '../../lib/platform/bundle-functions.ts';
import { CapabilityStack } from '../../lib/platform/capability-stack.ts';
import { PlatformLogGroup } from '../../lib/platform/platform-log-group.ts';
import { PlatformTable } from '../../lib/platform/platform-table.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';

/** Properties for a `BareStack`. */
export interface BareStackProps {
  /** The stage whose customers may call the API. */
  readonly stage: StageConfig;
  /** The user pool of the customers. */
  readonly userPoolId: string;
  /** The folder that the bundle is written to. */
  readonly folder: string;
}

/** The baseline for placing orders: the same method on the same kind of API, with a function that only puts an item. */
export class BareStack extends CapabilityStack {
  constructor(scope: Construct, id: string, { stage, userPoolId, folder }: BareStackProps) {
    super(scope, id, {
      stage,
      description: 'A function that only puts an item: the baseline of the load test.',
    });

    const table = new PlatformTable(this, 'Items', {
      stage,
      partitionKey: { name: 'orderId', type: dynamodb.AttributeType.STRING },
    });
    // Configured as a PlatformFunction, which only runs handlers of `lambda/`.
    const handler = new lambda.Function(this, 'PutItem', {
      description: 'Puts an item.',
      code: lambda.Code.fromAsset(bundled(folder)),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(10),
      logGroup: new PlatformLogGroup(this, 'PutItemLogs', { stage }),
      loggingFormat: lambda.LoggingFormat.JSON,
      tracing: lambda.Tracing.ACTIVE,
      environment: { BARE_TABLE: table.tableName },
    });
    table.grant(handler, 'dynamodb:PutItem');

    const userPool = cognito.UserPool.fromUserPoolId(this, 'UserPool', userPoolId);
    const customer = new apigateway.CognitoUserPoolsAuthorizer(this, 'Customers', { cognitoUserPools: [userPool] });
    const api = new OrderApi(this, 'Api', { stage, authorizers: { customer, partner: customer } });
    api.serve(orderOperations.placeOrder, new apigateway.LambdaIntegration(handler, { allowTestInvoke: false }));
    new CfnOutput(this, 'ApiUrl', { value: api.restApi.url });
  }
}

/** Bundles the function with the options of the deployed functions. */
function bundled(folder: string): string {
  const outdir = join(folder, 'bare-function');
  const entryPoints = [{ in: join(import.meta.dirname, 'put-bare-item.ts'), out: 'index' }];
  buildSync({ ...BUNDLING, entryPoints, outdir });
  return outdir;
}
