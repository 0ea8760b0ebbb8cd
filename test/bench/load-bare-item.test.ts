import { marshall } from '@aws-sdk/util-dynamodb';
import { bareItem } from '../../bench/load/bare-item.ts';
import { itemOf } from '../../lambda/orders/store/order-item.ts';
import { anOrder } from '../orders/an-order.ts';

test('the minimal function writes an item of the size of an order', () => {
  const customerId = '8f14e45f-ceea-467f-a0e6-7c2e1d3b9a55';
  const [line] = anOrder().lines;
  const order = anOrder({
    customerId,
    lines: [{ ...(line as object), sku: 'LOAD-CUP', name: 'Espresso cup' } as never],
  });
  const body = JSON.stringify({ lines: [{ sku: 'LOAD-CUP', quantity: 2 }], paymentToken: 'tok_visa' });
  const size = (item: Record<string, unknown>) => JSON.stringify(marshall(item)).length;
  expect(size(bareItem(customerId, body)) / size(itemOf(order, 3_600))).toBeCloseTo(1, 1);
});
