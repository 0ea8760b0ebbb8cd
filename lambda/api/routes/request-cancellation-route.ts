import { type RequestCancellationPorts, requestCancellation } from '../../orders/requests/request-cancellation.ts';
import { customerOf } from '../http/customer.ts';
import { json, located, type Route } from '../http/route.ts';
import { readOrderId, requestRefused } from './requested-order.ts';

/** Requests the cancellation of an order of the caller that has not been shipped. */
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
