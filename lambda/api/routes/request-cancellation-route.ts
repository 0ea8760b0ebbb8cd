import { type RequestCancellationPorts, requestCancellation } from '../../orders/requests/request-cancellation.ts';
import { ORDER_STORE_SETTINGS } from '../../orders/store/order-store.ts';
import { entry } from '../../platform/settings.ts';
import { customerOf } from '../http/customer.ts';
import { json, located } from '../http/json-answer.ts';
import type { Route } from '../http/route.ts';
import { readOrderId, requestRefused } from './requested-order.ts';

/** The function that answers this operation. */
export const requestCancellationEntry = entry('api/request-cancellation', [
  'ALLOWED_ORIGIN',
  ...ORDER_STORE_SETTINGS,
  'APPROVALS_TABLE',
]);

/** Requests the cancellation of an order of the caller, if its shipment has not started. */
export function requestCancellationRoute(ports: RequestCancellationPorts): Route {
  return async (event) => {
    const order = readOrderId(event);
    if ('refusal' in order) return order.refusal;
    const orderId = order.value;
    const result = await requestCancellation(ports, customerOf(event), orderId);
    return result.kind === 'REQUESTED'
      ? json(202, { orderId, status: 'CANCELLING' }, located(event, `/orders/${orderId}`))
      : requestRefused(orderId, result);
  };
}
