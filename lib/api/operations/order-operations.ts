import { READ_ORDERS, WRITE_ORDERS } from '../../../lambda/access/scopes.ts';
import { idempotencyKeyHeader, orderIdPath, pageQuery } from '../../../lambda/api/http/request-parameters.ts';
import { acceptedOrder } from '../../../lambda/orders/contract/accepted-order.ts';
import { orderPage } from '../../../lambda/orders/contract/order-summary.ts';
import { publicOrder } from '../../../lambda/orders/contract/public-order.ts';
import { orderRequest } from '../../../lambda/orders/domain/order.ts';
import { locationHeader } from './answer-headers.ts';
import { BODY_REFUSED } from './common-problems.ts';
import { INVOICE_TYPE } from './media-types.ts';
import { operationsOf } from './operation.ts';

const read = { kind: 'customer', scope: READ_ORDERS } as const;
const write = { kind: 'customer', scope: WRITE_ORDERS } as const;
const DETAIL_OR_RETRY = '`detail` gives the reason. With `Retry-After`, it was changed at the same time: try again.';
const NO_SUCH_ORDER = { 404: 'The caller has no order with this id.' };

const acceptedOrderAnswer = { name: 'AcceptedOrder', schema: acceptedOrder };
const body = { name: 'OrderRequest', description: 'The order to place.', schema: orderRequest };
const accepted = {
  description: 'The order is accepted. A repeated request with the same Idempotency-Key gets the same response.',
  json: acceptedOrderAnswer,
};
const problems = { 422: 'The Idempotency-Key was used with a different request.' };

/** Operations on orders, for customers and partners. */
export const orderOperations = operationsOf({
  placeOrder: {
    method: 'POST',
    path: '/orders',
    summary: 'Places an order at the current prices.',
    access: write,
    headers: idempotencyKeyHeader,
    body,
    answers: { 202: { ...accepted, headers: locationHeader } },
    problems,
  },
  listOrders: {
    method: 'GET',
    path: '/orders',
    summary: "Lists the caller's orders, newest first.",
    access: read,
    queryParameters: pageQuery,
    answers: {
      200: {
        description: 'A page of orders; `next` is the cursor of the next page.',
        json: { name: 'OrderPage', schema: orderPage },
      },
    },
  },
  getOrder: {
    method: 'GET',
    path: '/orders/{orderId}',
    summary: "Gets one of the caller's orders.",
    access: read,
    pathParameters: orderIdPath,
    answers: { 200: { description: 'The order.', json: { name: 'Order', schema: publicOrder } } },
    problems: NO_SUCH_ORDER,
  },
  requestCancellation: {
    method: 'POST',
    path: '/orders/{orderId}/cancellation',
    summary: 'Requests the cancellation of an order whose shipment has not started.',
    access: write,
    pathParameters: orderIdPath,
    answers: {
      202: { description: 'The cancellation is accepted.', json: acceptedOrderAnswer, headers: locationHeader },
    },
    problems: { ...NO_SUCH_ORDER, 409: `The order can no longer be cancelled; ${DETAIL_OR_RETRY}` },
  },
  requestRefund: {
    method: 'POST',
    path: '/orders/{orderId}/refund',
    summary: 'Requests the refund of a shipped order.',
    access: write,
    pathParameters: orderIdPath,
    answers: {
      202: { description: 'The refund is accepted.', json: acceptedOrderAnswer, headers: locationHeader },
    },
    problems: { ...NO_SUCH_ORDER, 409: `The order cannot be refunded; ${DETAIL_OR_RETRY}` },
  },
  getInvoice: {
    method: 'GET',
    path: '/orders/{orderId}/invoice',
    summary: 'Gets the invoice of an order as a PDF.',
    access: read,
    pathParameters: orderIdPath,
    answers: { 200: { description: 'The invoice.', mediaType: INVOICE_TYPE } },
    problems: {
      404: 'The caller has no order with this id, or the order has no invoice yet.',
      ...BODY_REFUSED,
      502: 'The invoice could not be read.',
    },
  },
  placePartnerOrder: {
    method: 'POST',
    path: '/partner/orders',
    summary: 'Places an order of a partner at the current prices.',
    access: { kind: 'partner' },
    headers: idempotencyKeyHeader,
    body,
    answers: { 202: accepted },
    problems,
  },
});
