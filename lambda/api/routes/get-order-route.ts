import { publicOrderOf } from '../../orders/contract/public-order.ts';
import { ORDER_STORE_SETTINGS, type OrderStore } from '../../orders/store/order-store.ts';
import { entry } from '../../platform/settings.ts';
import { customerOf } from '../http/customer.ts';
import { json } from '../http/json-answer.ts';
import type { Route } from '../http/route.ts';
import { noSuchOrder, readOrderId } from './requested-order.ts';

/** The function that answers this operation. */
export const getOrderEntry = entry('api/get-order', ['ALLOWED_ORIGIN', ...ORDER_STORE_SETTINGS]);

/** Gets an order of the caller. */
export function getOrderRoute(store: Pick<OrderStore, 'find'>): Route {
  return async (event) => {
    const orderId = readOrderId(event);
    if ('refusal' in orderId) return orderId.refusal;
    const order = await store.find(orderId.value);
    if (order?.customerId !== customerOf(event)) return noSuchOrder(orderId.value);
    return json(200, publicOrderOf(order));
  };
}
