import { READ_ORDERS, WRITE_ORDERS } from '../../../lambda/access/scopes.ts';
import { idempotencyKeyHeader, orderIdPath, pageQuery } from '../../../lambda/api/http/request-parameters.ts';
import { orderRequest } from '../../../lambda/orders/domain/order.ts';
import { acceptedOrder, orderPage, orderView } from '../../../lambda/orders/history/order-view.ts';
import { locationHeader } from './answer-headers.ts';
import { BODY_REFUSED } from './common-problems.ts';
import { INVOICE_TYPE } from './media-types.ts';
import { operationsOf } from './operation.ts';

const read = { kind: 'customer', scope: READ_ORDERS } as const;
const write = { kind: 'customer', scope: WRITE_ORDERS } as const;
const NO_SUCH_ORDER = { 404: 'The caller has no such order.' };

const acceptedOrderAnswer = { name: 'AcceptedOrder', schema: acceptedOrder };
const body = { name: 'OrderRequest', description: 'What is ordered.', schema: orderRequest };
const accepted = { description: 'The order was accepted, now or under this key before.', json: acceptedOrderAnswer };
const problems = { 422: 'The Idempotency-Key was used for another request.' };

export const orderOperations = operationsOf({
  placeOrder: {
    method: 'POST',
    path: '/orders',
    summary: 'Accepts an order at the prices of today.',
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
        description: 'A page of orders; `next` is the cursor of the one after it.',
        json: { name: 'OrderPage', schema: orderPage },
      },
    },
  },
  getOrder: {
    method: 'GET',
    path: '/orders/{orderId}',
    summary: 'Shows a customer an order.',
    access: read,
    pathParameters: orderIdPath,
    answers: { 200: { description: 'The order.', json: { name: 'Order', schema: orderView } } },
    problems: NO_SUCH_ORDER,
  },
  requestCancellation: {
    method: 'POST',
    path: '/orders/{orderId}/cancellation',
    summary: 'Cancels an order that is not yet shipped.',
    access: write,
    pathParameters: orderIdPath,
    answers: {
      202: { description: 'The order is being cancelled.', json: acceptedOrderAnswer, headers: locationHeader },
    },
    problems: { ...NO_SUCH_ORDER, 409: 'The order can no longer be cancelled; `detail` says why.' },
  },
  requestRefund: {
    method: 'POST',
    path: '/orders/{orderId}/refund',
    summary: 'Asks for the refund of a shipped order.',
    access: write,
    pathParameters: orderIdPath,
    answers: {
      202: { description: 'The order is being refunded.', json: acceptedOrderAnswer, headers: locationHeader },
    },
    problems: { ...NO_SUCH_ORDER, 409: 'The order cannot be refunded; `detail` says why.' },
  },
  getInvoice: {
    method: 'GET',
    path: '/orders/{orderId}/invoice',
    summary: "Gives a customer an order's invoice.",
    access: read,
    pathParameters: orderIdPath,
    answers: { 200: { description: 'The invoice.', mediaType: INVOICE_TYPE } },
    problems: {
      404: 'The caller has no such order, or it has no invoice yet.',
      ...BODY_REFUSED,
      502: 'The invoice cannot be read.',
    },
  },
  placePartnerOrder: {
    method: 'POST',
    path: '/partner/orders',
    summary: 'Accepts an order of a partner at the prices of today.',
    access: { kind: 'partner' },
    headers: idempotencyKeyHeader,
    body,
    answers: { 202: accepted },
    problems,
  },
});
