import { Construct } from 'constructs';
import type { DocumentsDataStack } from '../../documents/documents-data-stack.ts';
import type { OrderWorkflow } from '../../orders/order-workflow.ts';
import type { OrdersDataStack } from '../../orders/orders-data-stack.ts';
import type { StageConfig } from '../../stages/stage-config.ts';
import type { OrderApi } from '../gateway/order-api.ts';
import { InvoiceIntegration } from '../integrations/invoice-integration.ts';
import { orderOperations } from '../operations/order-operations.ts';
import { RouteFunction } from './route-function.ts';

/** Properties for `OrderRoutes`. */
export interface OrderRoutesProps {
  /** The stage to serve. */
  readonly stage: StageConfig;
  /** The API to add the routes to. */
  readonly api: OrderApi;
  /** The orders. */
  readonly orders: OrdersDataStack;
  /** The workflow, whose wait for an approval ends with a cancellation. */
  readonly workflow: OrderWorkflow;
  /** The invoices. */
  readonly documents: DocumentsDataStack;
}

/** The routes of orders, for customers and partners. */
export class OrderRoutes extends Construct {
  constructor(scope: Construct, id: string, { stage, api, orders, workflow, documents }: OrderRoutesProps) {
    super(scope, id);

    const placer = new RouteFunction(this, 'PlaceOrder', { stage, operation: orderOperations.placeOrder });
    orders.grantAccept(placer);
    api.serve(orderOperations.placeOrder, placer.integration);
    api.serve(orderOperations.placePartnerOrder, placer.integration);

    const lister = new RouteFunction(this, 'ListOrders', { stage, operation: orderOperations.listOrders });
    orders.grantList(lister);
    api.serve(orderOperations.listOrders, lister.integration);

    const reader = new RouteFunction(this, 'GetOrder', { stage, operation: orderOperations.getOrder });
    orders.grantRead(reader);
    api.serve(orderOperations.getOrder, reader.integration);

    const canceller = new RouteFunction(this, 'RequestCancellation', {
      stage,
      operation: orderOperations.requestCancellation,
    });
    orders.grantMove(canceller);
    orders.grantApprove(canceller);
    workflow.grantAnswer(canceller);
    api.serve(orderOperations.requestCancellation, canceller.integration);

    const refunder = new RouteFunction(this, 'RequestRefund', { stage, operation: orderOperations.requestRefund });
    orders.grantMove(refunder);
    api.serve(orderOperations.requestRefund, refunder.integration);

    const { answerHeaders } = api;
    const invoice = new InvoiceIntegration(this, 'Invoice', { documents, answerHeaders });
    api.serve(orderOperations.getInvoice, invoice.integration, invoice.methodOptions);
  }
}
