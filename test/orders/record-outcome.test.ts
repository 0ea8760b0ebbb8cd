import { ORDER_STATUSES, type OrderStatus } from '../../lambda/orders/domain/order.ts';
import { type Outcome, recordOutcome } from '../../lambda/orders/steps/record-outcome.ts';
import { anOrder } from './an-order.ts';
import { inMemory } from './in-memory-step.ts';
import { platformWith } from './store/a-platform.ts';

const OUTCOMES: [Outcome, recorded: OrderStatus, from: OrderStatus[]][] = [
  ['OUT_OF_STOCK', 'REJECTED', ['PLACED']],
  ['SUSPECTED_FRAUD', 'REJECTED', ['RESERVED']],
  ['APPROVAL_DENIED', 'REJECTED', ['RESERVED', 'AWAITING_APPROVAL']],
  ['APPROVAL_EXPIRED', 'REJECTED', ['RESERVED', 'AWAITING_APPROVAL']],
  ['DECLINED', 'REJECTED', ['RESERVED', 'AWAITING_APPROVAL', 'CHARGING']],
  ['SHIPMENT_FAILED', 'REJECTED', ['FAILING_SHIPPING']],
  ['SHIPPED', 'SHIPPED', ['SHIPPING', 'FAILING_SHIPPING']],
  ['REFUNDED', 'REFUNDED', ['REFUND_REQUESTED']],
  ['CANCELLED_BY_CUSTOMER', 'CANCELLED', ['CANCELLING']],
];

describe.each(OUTCOMES)('%s is recorded as %s', (outcome, recorded, from) => {
  test.each(ORDER_STATUSES)('of an order that is %s, unless another actor has claimed it', async (status) => {
    const { orderId, store } = await platformWith({ ...anOrder({ status, stockReserved: true }) });
    const expected = from.includes(status) ? recorded : status;
    expect(await inMemory(recordOutcome, { store })({ orderId, outcome })).toEqual({ status: expected });
    expect(await store.find(orderId)).toMatchObject({ status: expected, version: from.includes(status) ? 2 : 1 });
  });
});

test.each<[Outcome, OrderStatus, object]>([
  ['DECLINED', 'CHARGING', { available: 12, reserved: 8 }],
  ['CANCELLED_BY_CUSTOMER', 'CANCELLING', { available: 12, reserved: 8 }],
  ['SHIPPED', 'SHIPPING', { available: 10, reserved: 8, shipped: 12 }],
  ['REFUNDED', 'REFUND_REQUESTED', { available: 12, reserved: 10, shipped: 8 }],
])('%s changes the stock', async (outcome, status, stock) => {
  const order = anOrder({ status, stockReserved: true });
  const { orderId, store } = await platformWith({ ...order });
  await inMemory(recordOutcome, { store })({ orderId, outcome });
  expect(await store.stockOf(order.lines[0]?.sku ?? '')).toMatchObject(stock);
});
