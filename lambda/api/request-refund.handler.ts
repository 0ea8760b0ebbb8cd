import { orderStoreFromEnvironment } from '../orders/order-store-from-environment.ts';
import { requestRefund } from '../orders/request-refund.ts';
import { customerOf } from './customer.ts';
import { problem } from './problem.ts';
import { json, route } from './route.ts';

const store = orderStoreFromEnvironment();

export const handler = route(async (event) => {
  const orderId = event.pathParameters?.orderId ?? '';
  const result = await requestRefund(store, customerOf(event), orderId);
  switch (result.kind) {
    case 'REQUESTED':
      return json(202, { orderId, status: 'REFUND_REQUESTED' }, { location: `/orders/${orderId}` });
    case 'NOT_FOUND':
      return problem(404, `There is no order ${orderId} of yours.`);
    case 'REFUSED':
      return problem(409, result.reason);
  }
});
