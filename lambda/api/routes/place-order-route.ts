import { isPartner } from '../../orders/domain/customer-id.ts';
import { orderRequest } from '../../orders/domain/order.ts';
import { type PlaceOrderPorts, placeOrder } from '../../orders/intake/place-order.ts';
import { CURRENCIES_SETTING } from '../../platform/currency.ts';
import { entry } from '../../platform/settings.ts';
import { customerOf } from '../http/customer.ts';
import { json, located } from '../http/json-answer.ts';
import { problem } from '../http/problem.ts';
import { readBody, readIdempotencyKey } from '../http/read-request.ts';
import { wrongFields } from '../http/request-problems.ts';
import type { Route } from '../http/route.ts';

/** The function that answers this operation. */
export const placeOrderEntry = entry('api/place-order', [
  'ALLOWED_ORIGIN',
  'ORDERS_TABLE',
  'PRODUCTS_TABLE',
  'IDEMPOTENCY_KEYS_TABLE',
  'IDEMPOTENCY_KEY_DAYS',
  'APPROVAL_SECONDS',
  CURRENCIES_SETTING,
]);

/** Accepts an order of a customer or a partner and responds with its id. */
export function placeOrderRoute(ports: PlaceOrderPorts): Route {
  return async (event) => {
    const key = readIdempotencyKey(event);
    if ('refusal' in key) return key.refusal;
    const body = readBody(event, orderRequest);
    if ('refusal' in body) return body.refusal;

    const customerId = customerOf(event);
    const result = await placeOrder(ports, {
      customerId,
      idempotencyKey: key.value,
      request: body.value,
    });
    switch (result.kind) {
      case 'ACCEPTED': {
        const { orderId } = result;
        // Partners have no route that shows an order.
        const headers = isPartner(customerId) ? {} : located(event, `/orders/${orderId}`);
        return json(202, { orderId, status: 'PLACED' }, headers);
      }
      case 'INVALID':
        return wrongFields('The order cannot be accepted.', result.problems);
      case 'KEY_USED_FOR_ANOTHER_REQUEST':
        return problem(422, 'The Idempotency-Key was used with a different request. Send this request with a new key.');
    }
  };
}
