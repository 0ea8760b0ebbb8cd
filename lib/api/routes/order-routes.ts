import { Construct } from 'constructs';
import type { DocumentsDataStack } from '../../documents/documents-data-stack.ts';
import type { OrderWorkflow } from '../../orders/order-workflow.ts';
import type { OrdersDataStack } from '../../orders/orders-data-stack.ts';
import type { StageConfig } from '../../stages/stage-config.ts';
import { InvoiceIntegration } from '../integrations/invoice-integration.ts';
import {
  getInvoice,
  getOrder,
  listOrders,
  placeOrder,
  placePartnerOrder,
  requestCancellation,
  requestRefund,
} from '../operations/order-operations.ts';
import type { OrderApi } from '../order-api.ts';
import { RouteFunction } from '../route-function.ts';

/** Properties for `OrderRoutes`. */
export interface OrderRoutesProps {
  /** The stage to serve. */
  readonly stage: StageConfig;
  /** Where the routes go. */
  readonly api: OrderApi;
  /** The orders. */
  readonly orders: OrdersDataStack;
  /** What waits for operators' decisions that a cancellation overtakes. */
  readonly workflow: OrderWorkflow;
  /** The invoices. */
  readonly documents: DocumentsDataStack;
}

/** What customers and partners ask of their orders. */
export class OrderRoutes extends Construct {
  constructor(scope: Construct, id: string, { stage, api, orders, workflow, documents }: OrderRoutesProps) {
    super(scope, id);

    const placer = new RouteFunction(this, 'PlaceOrder', { stage, operation: placeOrder });
    orders.grantAccept(placer);
    api.serve(placeOrder, placer.integration);
    api.serve(placePartnerOrder, placer.integration);

    const lister = new RouteFunction(this, 'ListOrders', { stage, operation: listOrders });
    orders.grantList(lister);
    api.serve(listOrders, lister.integration);

    const reader = new RouteFunction(this, 'GetOrder', { stage, operation: getOrder });
    orders.grantRead(reader);
    api.serve(getOrder, reader.integration);

    const canceller = new RouteFunction(this, 'RequestCancellation', { stage, operation: requestCancellation });
    orders.grantMove(canceller);
    orders.grantApprove(canceller);
    workflow.grantAnswer(canceller);
    api.serve(requestCancellation, canceller.integration);

    const refunder = new RouteFunction(this, 'RequestRefund', { stage, operation: requestRefund });
    orders.grantMove(refunder);
    api.serve(requestRefund, refunder.integration);

    const { answerHeaders } = api;
    const invoice = new InvoiceIntegration(this, 'Invoice', { documents, answerHeaders });
    api.serve(getInvoice, invoice.integration, invoice.methodOptions);
  }
}
