import { CfnOutput } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { orderRequest } from '../../lambda/orders/order.ts';
import type { OrdersDataStack } from '../orders/orders-data-stack.ts';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PlatformFunction } from '../platform/platform-function.ts';
import { PlatformLogGroup } from '../platform/platform-log-group.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { ACCESS_LOG_FORMAT } from './access-log.ts';
import { addModel } from './json-schema-model.ts';
import { addProblemResponses } from './problem-responses.ts';

/** Properties for an `ApiStack`. */
export interface ApiStackProps {
  /** The stage to serve. */
  readonly stage: StageConfig;
  /** The orders. */
  readonly orders: OrdersDataStack;
}

/** The front door: the routes by which orders are placed, read and asked back. */
export class ApiStack extends CapabilityStack {
  /** The REST API; every route demands a request signed with AWS credentials. */
  public readonly api: apigateway.RestApi;

  readonly #stage: StageConfig;

  constructor(scope: Construct, id: string, { stage, orders }: ApiStackProps) {
    super(scope, id, { stage, description: 'The REST API of the order platform.' });
    this.#stage = stage;

    this.api = new apigateway.RestApi(this, 'OrderApi', {
      description: `Places, reads and refunds orders (${stage.name}).`,
      endpointTypes: [apigateway.EndpointType.REGIONAL],
      cloudWatchRole: false,
      defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
      deployOptions: {
        stageName: 'v1',
        description: 'The first version of the order API.',
        throttlingRateLimit: stage.throttle.requestsPerSecond,
        throttlingBurstLimit: stage.throttle.burst,
        loggingLevel: apigateway.MethodLoggingLevel.ERROR,
        metricsEnabled: true,
        tracingEnabled: true,
        accessLogDestination: new apigateway.LogGroupLogDestination(new PlatformLogGroup(this, 'AccessLog', { stage })),
        accessLogFormat: ACCESS_LOG_FORMAT,
      },
    });
    addProblemResponses(this.api);
    this.#addRoutes(orders);
    new CfnOutput(this, 'ApiUrl', { value: this.api.url, description: 'Where the API answers.' });
  }

  #addRoutes(orders: OrdersDataStack): void {
    const placeOrder = this.#function('PlaceOrder', 'place-order', 'Accepts an order and answers with its number.');
    const getOrder = this.#function('GetOrder', 'get-order', 'Shows a customer an order.');
    const requestRefund = this.#function('RequestRefund', 'request-refund', 'Asks for the refund of a shipped order.');
    orders.grantAccept(placeOrder);
    orders.grantRead(getOrder);
    orders.grantRequestRefund(requestRefund);

    const allOrders = this.api.root.addResource('orders');
    allOrders.addMethod('POST', integration(placeOrder), {
      operationName: 'placeOrder',
      requestParameters: { 'method.request.header.Idempotency-Key': true },
      requestModels: { 'application/json': addModel(this.api, 'OrderRequest', 'What is ordered.', orderRequest) },
      requestValidatorOptions: { validateRequestBody: true, validateRequestParameters: true },
    });
    const oneOrder = allOrders.addResource('{orderId}');
    oneOrder.addMethod('GET', integration(getOrder), { operationName: 'getOrder' });
    oneOrder.addResource('refund').addMethod('POST', integration(requestRefund), { operationName: 'requestRefund' });
  }

  #function(id: string, route: string, description: string): PlatformFunction {
    return new PlatformFunction(this, id, { stage: this.#stage, entry: `api/${route}`, description });
  }
}

function integration(handler: PlatformFunction): apigateway.LambdaIntegration {
  return new apigateway.LambdaIntegration(handler, { allowTestInvoke: false });
}
