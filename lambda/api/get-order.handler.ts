import { orderEventOf } from '../messaging/order-event.ts';
import { orderStoreFromEnvironment } from '../orders/order-store-from-environment.ts';
import { customerOf } from './customer.ts';
import { problem } from './problem.ts';
import { json, route } from './route.ts';

const store = orderStoreFromEnvironment();

export const handler = route(async (event) => {
  const orderId = event.pathParameters?.orderId ?? '';
  const order = await store.find(orderId);
  if (order?.customerId !== customerOf(event)) return problem(404, `There is no order ${orderId} of yours.`);
  return json(200, orderEventOf(order).order);
});
