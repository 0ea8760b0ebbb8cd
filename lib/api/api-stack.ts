import { CfnOutput } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import type { z } from 'zod';
import { approvalDecision } from '../../lambda/api/approval-decision.ts';
import { orderRequest } from '../../lambda/orders/order.ts';
import type { OrderWorkflow } from '../orders/order-workflow.ts';
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
  /** What waits for the operators' decisions. */
  readonly workflow: OrderWorkflow;
}

/** The front door: the routes by which orders are placed, read and asked back. */
export class ApiStack extends CapabilityStack {
  /** The REST API; every route demands a request signed with AWS credentials. */
  public readonly api: apigateway.RestApi;

  readonly #stage: StageConfig;

  constructor(scope: Construct, id: string, { stage, orders, workflow }: ApiStackProps) {
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
    this.#addRoutes(orders, workflow);
    new CfnOutput(this, 'ApiUrl', { value: this.api.url, description: 'Where the API answers.' });
  }

  #addRoutes(orders: OrdersDataStack, workflow: OrderWorkflow): void {
    const placeOrder = this.#function('PlaceOrder', 'place-order', 'Accepts an order and answers with its number.');
    const getOrder = this.#function('GetOrder', 'get-order', 'Shows a customer an order.');
    const requestRefund = this.#function('RequestRefund', 'request-refund', 'Asks for the refund of a shipped order.');
    const cancel = this.#function('RequestCancellation', 'request-cancellation', 'Cancels an order not yet shipped.');
    const decide = this.#function('DecideApproval', 'decide-approval', "Records an operator's decision on an order.");
    const list = this.#function('ListApprovals', 'list-approvals', 'Lists the orders that wait for an operator.');
    orders.grantAccept(placeOrder);
    orders.grantRead(getOrder);
    for (const mover of [requestRefund, cancel]) orders.grantMove(mover);
    for (const approver of [cancel, decide]) {
      orders.grantApprove(approver);
      workflow.grantAnswer(approver);
    }
    orders.grantListApprovals(list);

    const allOrders = this.api.root.addResource('orders');
    const oneOrder = allOrders.addResource('{orderId}');
    allOrders.addMethod('POST', integration(placeOrder), {
      operationName: 'placeOrder',
      requestParameters: { 'method.request.header.Idempotency-Key': true },
      requestModels: this.#model('OrderRequest', 'What is ordered.', orderRequest),
      requestValidatorOptions: { validateRequestBody: true, validateRequestParameters: true },
    });
    oneOrder.addMethod('GET', integration(getOrder), { operationName: 'getOrder' });
    oneOrder.addResource('refund').addMethod('POST', integration(requestRefund), { operationName: 'requestRefund' });
    oneOrder
      .addResource('cancellation')
      .addMethod('POST', integration(cancel), { operationName: 'requestCancellation' });
    oneOrder.addResource('approval').addMethod('POST', integration(decide), {
      operationName: 'decideApproval',
      requestModels: this.#model('ApprovalDecision', 'What an operator decided.', approvalDecision),
      requestValidatorOptions: { validateRequestBody: true },
    });
    this.api.root.addResource('approvals').addMethod('GET', integration(list), { operationName: 'listApprovals' });
  }

  #model(name: string, description: string, schema: z.ZodType): Record<string, apigateway.Model> {
    return { 'application/json': addModel(this.api, name, description, schema) };
  }

  #function(id: string, route: string, description: string): PlatformFunction {
    return new PlatformFunction(this, id, { stage: this.#stage, entry: `api/${route}`, description });
  }
}

function integration(handler: PlatformFunction): apigateway.LambdaIntegration {
  return new apigateway.LambdaIntegration(handler, { allowTestInvoke: false });
}
