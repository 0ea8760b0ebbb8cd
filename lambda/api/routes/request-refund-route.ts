import { requestRefund } from '../../orders/requests/request-refund.ts';
import { ORDER_STORE_SETTINGS, type OrderStore } from '../../orders/store/order-store.ts';
import { entry } from '../../platform/settings.ts';
import { customerOf } from '../http/customer.ts';
import { json, located } from '../http/json-answer.ts';
import type { Route } from '../http/route.ts';
import { readOrderId, requestRefused } from './requested-order.ts';

/** The function that answers this operation. */
export const requestRefundEntry = entry('api/request-refund', ['ALLOWED_ORIGIN', ...ORDER_STORE_SETTINGS]);

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
