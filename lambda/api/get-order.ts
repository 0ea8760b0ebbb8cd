import { orderEventOf } from '../messaging/order-event.ts';
import type { OrderStore } from '../orders/order-store.ts';
import { customerOf } from './customer.ts';
import { noSuchOrder, readOrderId } from './requested-order.ts';
import { json, type Route } from './route.ts';

/** Shows a customer an order. */
export function getOrder(store: Pick<OrderStore, 'find'>): Route {
  return async (event) => {
    const orderId = readOrderId(event);
    if ('refusal' in orderId) return orderId.refusal;
    const order = await store.find(orderId.value);
    if (order?.customerId !== customerOf(event)) return noSuchOrder(orderId.value);
    return json(200, orderEventOf(order).order);
  };
}
