import { Construct } from 'constructs';
import { getOrderEntry } from '../../../lambda/api/routes/get-order-route.ts';
import { listOrdersEntry } from '../../../lambda/api/routes/list-orders-route.ts';
import { placeOrderEntry } from '../../../lambda/api/routes/place-order-route.ts';
import { requestCancellationEntry } from '../../../lambda/api/routes/request-cancellation-route.ts';
import { requestRefundEntry } from '../../../lambda/api/routes/request-refund-route.ts';
import type { DocumentsDataStack } from '../../documents/documents-data-stack.ts';
import type { OrderWorkflow } from '../../orders/order-workflow.ts';
import type { OrdersDataStack } from '../../orders/orders-data-stack.ts';
import { bind } from '../../platform/binding.ts';
import { acceptedCurrencies } from '../../stages/currencies-config.ts';
import type { StageConfig } from '../../stages/stage-config.ts';
import type { OrderApi } from '../gateway/order-api.ts';
import { InvoiceIntegration } from '../integrations/invoice-integration.ts';
import { orderOperations } from '../operations/order-operations.ts';
import { allowedOrigin, RouteFunction } from './route-function.ts';

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
    const origin = allowedOrigin(stage);
    const { bindings } = orders;

    const placer = new RouteFunction(this, 'PlaceOrder', {
      stage,
      operation: orderOperations.placeOrder,
      entry: bind(placeOrderEntry, {
        bindings: [origin, bindings.acceptOrders],
        settings: acceptedCurrencies(stage.currencies),
      }),
    });
    api.serve(orderOperations.placeOrder, placer.integration);
    api.serve(orderOperations.placePartnerOrder, placer.integration);

    const lister = new RouteFunction(this, 'ListOrders', {
      stage,
      operation: orderOperations.listOrders,
      entry: bind(listOrdersEntry, { bindings: [origin, bindings.listOrders] }),
    });
    api.serve(orderOperations.listOrders, lister.integration);

    const reader = new RouteFunction(this, 'GetOrder', {
      stage,
      operation: orderOperations.getOrder,
      entry: bind(getOrderEntry, { bindings: [origin, bindings.readOrders] }),
    });
    api.serve(orderOperations.getOrder, reader.integration);

    const canceller = new RouteFunction(this, 'RequestCancellation', {
      stage,
      operation: orderOperations.requestCancellation,
      entry: bind(requestCancellationEntry, { bindings: [origin, bindings.moveOrders, bindings.changeApprovals] }),
    });
    workflow.grantAnswer(canceller);
    api.serve(orderOperations.requestCancellation, canceller.integration);

    const refunder = new RouteFunction(this, 'RequestRefund', {
      stage,
      operation: orderOperations.requestRefund,
      entry: bind(requestRefundEntry, { bindings: [origin, bindings.moveOrders] }),
    });
    api.serve(orderOperations.requestRefund, refunder.integration);

    const { answerHeaders } = api;
    const invoice = new InvoiceIntegration(this, 'Invoice', { documents, answerHeaders });
    api.serve(orderOperations.getInvoice, invoice.integration, invoice.methodOptions);
  }
}
