import { Duration } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { answerRequestEntry, SANDBOX_ROUTES } from '../../lambda/payments/sandbox/sandbox-routes.ts';
import { bind, binding } from '../platform/binding.ts';
import { PlatformFunction } from '../platform/platform-function.ts';
import { PlatformLogGroup } from '../platform/platform-log-group.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { PaymentsDataStack } from './payments-data-stack.ts';

/** How much later than the client's time-out the sandbox answers when it is asked to. */
const OUTLAST_CLIENT_BY_MS = 1_000;

/** One line of JSON a request; the headers, and the credential with them, are no part of it. */
const ACCESS_LOG_FORMAT = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    requestTime: AccessLogField.contextRequestTime(),
    sourceIp: AccessLogField.contextIdentitySourceIp(),
    // What the fields of a REST API do not have. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
    route: '$context.routeKey',
    status: AccessLogField.contextStatus(),
    responseLatency: AccessLogField.contextResponseLatency(),
  }),
);

/** Properties for a `PaymentSandbox`. */
export interface PaymentSandboxProps {
  /** The stage that pays with it. */
  readonly stage: StageConfig;
  /** The credential it takes. */
  readonly data: PaymentsDataStack;
  /** Where it keeps payments. */
  readonly payments: dynamodb.ITable;
}

/**
 * A payment provider without money, for stages without customers.
 *
 * Its function checks the credential, not an authorizer: to a wrong one, an HTTP API's authorizer can answer only 403,
 * and the protocol's answer is 401. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export class PaymentSandbox extends Construct {
  /** The address all its paths begin with. */
  public readonly url: string;

  constructor(scope: Construct, id: string, { stage, data, payments }: PaymentSandboxProps) {
    super(scope, id);

    const outlastClientMs = stage.payments.totalTimeoutMs + OUTLAST_CLIENT_BY_MS;
    const handler = new PlatformFunction(this, 'Function', {
      stage,
      entry: bind(answerRequestEntry, {
        bindings: [
          data.readCredential,
          binding({ SANDBOX_TABLE: payments.tableName }, (keeper) =>
            payments.grant(keeper, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'),
          ),
        ],
        settings: { OUTLAST_CLIENT_MS: String(outlastClientMs) },
      }),
      description: 'Answers as a payment provider would, without money.',
      timeout: Duration.millis(outlastClientMs).plus(Duration.seconds(10)),
    });

    const api = new apigatewayv2.HttpApi(this, 'Api', {
      apiName: `${stage.name}-payment-sandbox`,
      description: `A payment provider without money (${stage.name}).`,
      createDefaultStage: false,
    });
    new apigatewayv2.HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      description: 'The payment protocol.',
      autoDeploy: true,
      throttle: { rateLimit: stage.throttle.requestsPerSecond, burstLimit: stage.throttle.burst },
      accessLogSettings: {
        destination: new apigatewayv2.LogGroupLogDestination(
          new PlatformLogGroup(this, 'AccessLog', {
            stage,
            logGroupName: `/aws/vendedlogs/apis/${stage.name}-payment-sandbox`,
          }),
        ),
        format: ACCESS_LOG_FORMAT,
      },
    });
    const integration = new HttpLambdaIntegration('Integration', handler);
    for (const route of SANDBOX_ROUTES) {
      const [method, path = '/'] = route.split(' ');
      api.addRoutes({ path, methods: [method as apigatewayv2.HttpMethod], integration });
    }
    this.url = api.apiEndpoint;
  }
}
