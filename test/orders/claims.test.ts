import type { OrderStatus } from '../../lambda/orders/domain/order.ts';
import { compensate } from '../../lambda/orders/safety-net/compensate-order.ts';
import { cancelShipments } from '../../lambda/orders/steps/cancel-shipments.ts';
import { chargePayment } from '../../lambda/orders/steps/charge-payment.ts';
import { recordCharge } from '../../lambda/orders/steps/record-charge.ts';
import { recordOutcome } from '../../lambda/orders/steps/record-outcome.ts';
import { refundPayment } from '../../lambda/orders/steps/refund-payment.ts';
import { reserveStock } from '../../lambda/orders/steps/reserve-stock.ts';
import { startShipping } from '../../lambda/orders/steps/start-shipping.ts';
import { voidPayment } from '../../lambda/orders/steps/void-payment.ts';
import { anOrder } from './an-order.ts';
import { inMemory } from './in-memory-step.ts';
import { platformWith } from './store/a-platform.ts';

type Platform = Awaited<ReturnType<typeof platformWith>>;

/** A platform with a paid order in a status. */
const ordered = (status: OrderStatus) => platformWith({ ...anOrder({ status, stockReserved: true }) });
const wait = async () => {};
const now = () => new Date();

test('an execution that is still running does not ship what a compensation undoes', async () => {
  const { orderId, payments, ...platform } = await ordered('CHARGED');
  const outcomes: string[] = [];
  const overtaking = {
    charge: payments.charge.bind(payments),
    find: payments.find.bind(payments),
    refund: payments.refund.bind(payments),
    void: async (key: string) => {
      outcomes.push((await inMemory(startShipping, platform)({ orderId })).outcome);
      return payments.void(key);
    },
  };
  expect(await compensate({ ...platform, payments: overtaking }, orderId, 'States.Timeout')).toMatchObject({
    status: 'FAILED',
  });
  expect(outcomes).toEqual(['OVERTAKEN']);
  expect(await payments.ledger(orderId)).toMatchObject({ balance: 0 });
});

const STEPS: [string, (platform: Platform) => Promise<unknown>][] = [
  ['reserve-stock', ({ orderId, ...ports }) => inMemory(reserveStock, ports)({ orderId })],
  ['charge-payment', ({ orderId, ...ports }) => inMemory(chargePayment, { ...ports, wait, now })({ orderId })],
  ['record-charge', ({ orderId, ...ports }) => inMemory(recordCharge, ports)({ orderId })],
  ['start-shipping', ({ orderId, ...ports }) => inMemory(startShipping, ports)({ orderId })],
  ['cancel-shipments', ({ orderId, ...ports }) => inMemory(cancelShipments, ports)({ orderId })],
  ['void-payment', ({ orderId, ...ports }) => inMemory(voidPayment, ports)({ orderId })],
  ['refund-payment', ({ orderId, ...ports }) => inMemory(refundPayment, ports)({ orderId })],
];
const CLAIMED: OrderStatus[] = ['FAILING_PLACED', 'FAILING_CHARGED', 'SHIPPED', 'FAILED', 'NEEDS_ATTENTION'];

describe.each(STEPS)('%s leaves an order to the actor that has claimed it', (_, step) => {
  test.each(CLAIMED)('%s', async (status) => {
    const platform = await ordered(status);
    const before = platform.store.itemOf(platform.orderId);
    expect(await step(platform)).toMatchObject({ outcome: 'OVERTAKEN' });
    expect(platform.store.itemOf(platform.orderId)).toEqual(before);
    expect(await platform.payments.ledger(platform.orderId)).toMatchObject({ balance: 2_500 });
  });
});

test.each(CLAIMED)('no outcome is recorded for an order that is %s', async (status) => {
  const { orderId, store } = await ordered(status);
  expect(await inMemory(recordOutcome, { store })({ orderId, outcome: 'OUT_OF_STOCK' })).toEqual({ status });
  expect(await inMemory(recordOutcome, { store })({ orderId, outcome: 'SHIPPED' })).toEqual({ status });
});

test('an order is rejected if the compensation completes a shipment that failed', async () => {
  const { orderId, ...ports } = await ordered('SHIPPING');
  expect(await inMemory(cancelShipments, ports)({ orderId })).toEqual({ outcome: 'CANCELLED' });
  expect(await compensate(ports, orderId, 'States.Timeout')).toMatchObject({ status: 'REJECTED' });
  expect(await ports.store.find(orderId)).toMatchObject({ status: 'REJECTED', reason: 'SHIPMENT_FAILED' });
});

test('a shipment that failed is left to the compensation that has claimed the order', async () => {
  const { orderId, store, ...ports } = await ordered('FAILING_SHIPPING');
  expect(await inMemory(cancelShipments, { store, ...ports })({ orderId })).toEqual({ outcome: 'OVERTAKEN' });
  expect(await compensate({ store, ...ports }, orderId, 'States.Timeout')).toMatchObject({ status: 'FAILED' });
});

test('an order is reserved for one execution, however often that asks, and no other', async () => {
  const { orderId, store } = await platformWith({ ...anOrder() });
  const reserve = (execution?: string) =>
    inMemory(reserveStock, { store })({ orderId, ...(execution && { execution }) });
  expect(await reserve('first')).toMatchObject({ outcome: 'RESERVED' });
  expect(await reserve('first')).toMatchObject({ outcome: 'RESERVED' });
  expect(await reserve('second')).toMatchObject({ outcome: 'OVERTAKEN' });
  // Executions of an earlier release do not name themselves.
  expect(await reserve()).toMatchObject({ outcome: 'RESERVED' });
});

type ReadOnce = (platform: Omit<Platform, 'orderId'>, orderId: string) => Promise<unknown>;
const READ_ONCE: readonly [string, OrderStatus, ReadOnce][] = [
  ['its reservation', 'PLACED', ({ store }, orderId) => inMemory(reserveStock, { store })({ orderId })],
  ['its charge', 'RESERVED', (ports, orderId) => inMemory(chargePayment, { ...ports, now, wait })({ orderId })],
  ['its shipment', 'CHARGED', ({ store }, orderId) => inMemory(startShipping, { store })({ orderId })],
  ['its compensation', 'CHARGED', (ports, orderId) => compensate(ports, orderId, 'SomeError')],
];

test.each(READ_ONCE)('an order is read once for %s', async (_, status, act) => {
  const { orderId, ...platform } = await ordered(status);
  const find = platform.store.find.bind(platform.store);
  let reads = 0;
  platform.store.find = (id) => {
    reads++;
    return find(id);
  };
  await act(platform, orderId);
  expect((await find(orderId))?.status).not.toBe(status);
  expect(reads).toBe(1);
});

test('an order without stock is not rejected once another execution has reserved it', async () => {
  const { orderId, store } = await ordered('RESERVED');
  expect(await inMemory(recordOutcome, { store })({ orderId, outcome: 'OUT_OF_STOCK' })).toEqual({
    status: 'RESERVED',
  });
});
