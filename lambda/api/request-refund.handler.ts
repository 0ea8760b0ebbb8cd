import { orderStoreFromEnvironment } from '../orders/order-store-from-environment.ts';
import { requestRefund } from '../orders/request-refund.ts';
import { customerOf } from './customer.ts';
import { requestRefused } from './request-refused.ts';
import { json, route } from './route.ts';

const store = orderStoreFromEnvironment();

export const handler = route(async (event) => {
  const orderId = event.pathParameters?.orderId ?? '';
  const result = await requestRefund(store, customerOf(event), orderId);
  return result.kind === 'REQUESTED'
    ? json(202, { orderId, status: 'REFUND_REQUESTED' }, { location: `/orders/${orderId}` })
    : requestRefused(orderId, result);
});
