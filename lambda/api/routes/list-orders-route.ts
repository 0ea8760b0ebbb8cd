import type { OrderHistory } from '../../orders/history/order-history.ts';
import { entry } from '../../platform/settings.ts';
import { customerOf } from '../http/customer.ts';
import { json } from '../http/json-answer.ts';
import { cursorOf, readPage } from '../http/read-page.ts';
import { ORDER_ID } from '../http/request-parameters.ts';
import type { Route } from '../http/route.ts';

/** The function that answers this operation. */
export const listOrdersEntry = entry('api/list-orders', ['ALLOWED_ORIGIN', 'ORDERS_TABLE']);

/** Lists the caller's orders; a cursor holds a position only, never the customer. */
export function listOrdersRoute(history: OrderHistory): Route {
  return async (event) => {
    const page = readPage(event, ORDER_ID);
    if ('refusal' in page) return page.refusal;
    const { limit, after } = page.value;
    const { items, next } = await history.page(customerOf(event), limit, after);
    return json(200, { orders: items, ...cursorOf(next) });
  };
}
