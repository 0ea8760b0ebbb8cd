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

/** The delay of a late response in milliseconds, in addition to the time-out of the client. */
const OUTLAST_CLIENT_BY_MS = 1_000;

/** One line of JSON per request, without headers: the credential is one of them. */
const ACCESS_LOG_FORMAT = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    requestTime: AccessLogField.contextRequestTime(),
    sourceIp: AccessLogField.contextIdentitySourceIp(),
    // Variables that `AccessLogField`, made for REST APIs, lacks. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
    route: '$context.routeKey',
    status: AccessLogField.contextStatus(),
    responseLatency: AccessLogField.contextResponseLatency(),
  }),
);

/** Properties for a `PaymentSandbox`. */
export interface PaymentSandboxProps {
  /** The stage that uses it. */
  readonly stage: StageConfig;
  /** The credential that it accepts. */
  readonly data: PaymentsDataStack;
  /** The table of its payments. */
  readonly payments: dynamodb.ITable;
}

/**
 * A simulated payment provider, for stages without customers.
 *
 * Its function checks the credential, not an authorizer: an HTTP API's authorizer can refuse one only with 403, and the
 * protocol requires 401. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export class PaymentSandbox extends Construct {
  /** The base URL. */
  public readonly url: string;

  constructor(scope: Construct, id: string, { stage, data, payments }: PaymentSandboxProps) {
    super(scope, id);

    const outlastClientMs = stage.payments.totalTimeoutMs + OUTLAST_CLIENT_BY_MS;
    const handler = new PlatformFunction(this, 'Function', {
      stage,
      entry: bind(answerRequestEntry, {
        bindings: [
          data.readCredential,
          binding({ SANDBOX_TABLE: payments.tableName }, (writer) =>
            payments.grant(writer, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'),
          ),
        ],
        settings: { OUTLAST_CLIENT_MS: String(outlastClientMs) },
      }),
      description: 'Simulates a payment provider.',
      timeout: Duration.millis(outlastClientMs).plus(Duration.seconds(10)),
    });

    const api = new apigatewayv2.HttpApi(this, 'Api', {
      apiName: `${stage.name}-payment-sandbox`,
      description: `A simulated payment provider (${stage.name}).`,
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
