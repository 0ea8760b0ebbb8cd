import { requestRefund } from '../../orders/requests/request-refund.ts';
import type { OrderStore } from '../../orders/store/order-store.ts';
import { customerOf } from '../http/customer.ts';
import { json, located, type Route } from '../http/route.ts';
import { readOrderId, requestRefused } from './requested-order.ts';

/** Requests the refund of a shipped order of the caller. */
export function requestRefundRoute(store: OrderStore): Route {
  return async (event) => {
    const order = readOrderId(event);
    if ('refusal' in order) return order.refusal;
    const orderId = order.value;
    const result = await requestRefund(store, customerOf(event), orderId);
    return result.kind === 'REQUESTED'
      ? json(202, { orderId, status: 'REFUND_REQUESTED' }, located(event, `/orders/${orderId}`))
      : requestRefused(orderId, result);
  };
}
