import type { Order } from '../../lambda/orders/domain/order.ts';
import { compensateEndedExecution } from '../../lambda/orders/safety-net/compensate-ended-execution.ts';
import { compensateOrder } from '../../lambda/orders/safety-net/compensate-order.ts';
import { sweepOverdueOrders } from '../../lambda/orders/safety-net/sweep-overdue-orders.ts';
import { reserveStock } from '../../lambda/orders/steps/reserve-stock.ts';
import { itemOf } from '../../lambda/orders/store/order-item.ts';
import { anOrder } from './an-order.ts';
import { inMemory } from './in-memory-step.ts';
import { platformWith } from './store/a-platform.ts';

const { orderId } = anOrder();
const STANDARD = `${orderId}-purchase`;
/** A name that somebody gave an execution in the console. */
const IN_CONSOLE = 'second-try';

async function platform(different: Partial<Order> = {}) {
  const ports = await platformWith(itemOf(anOrder({ status: 'PLACED', ...different }), 3_600));
  const ended = (name: string, input: string | null | undefined = JSON.stringify({ orderId, kind: 'purchase' })) =>
    inMemory(compensateEndedExecution, { ...ports, report: () => {} })({
      detail: { name, status: 'FAILED', error: 'SomeError', cause: null, input, inputDetails: { included: true } },
    });
  const compensated = (execution?: string) =>
    inMemory(compensateOrder, ports)({ orderId, error: 'SomeError', ...(execution && { execution }) });
  const reserve = (execution: string) => inMemory(reserveStock, ports)({ orderId, execution });
  /** Sweeps the order, overdue, while an execution of this name runs. */
  const sweep = async (running: string, asked = async () => {}) => {
    const started: unknown[] = [];
    const { results } = await inMemory(sweepOverdueOrders, {
      ...ports,
      ...{ now: () => new Date('2027-01-01T00:00:00Z'), report: () => {}, record: () => {} },
      workflows: {
        start: async (input) => void started.push(input),
        progress: async (name) => {
          await asked();
          return name === running ? 'RUNNING' : 'ENDED';
        },
      },
    })({ getRemainingTimeInMillis: () => 300_000 });
    return { results, started };
  };
  return { ...ports, ended, compensated, reserve, sweep };
}

describe('the order of an execution that ended', () => {
  test('is named by its input, whatever somebody called the execution in the console', async () => {
    const { ended, reserve } = await platform();
    await reserve(IN_CONSOLE);
    expect(await ended(IN_CONSOLE)).toEqual({ status: 'FAILED' });
  });

  test.each([
    ['left out, since it is too long', null],
    ['missing', undefined],
    ['no JSON', 'order 01JD'],
    ['about something else', '{"customer":"ann"}'],
    ['not an object', '"01JD"'],
  ])('is no order if the input is %s, and the result says so', async (_, input) => {
    const { store } = await platform();
    const detail = { name: IN_CONSOLE, status: 'FAILED', input };
    const ports = { ...(await platform()), store, report: () => {} };
    expect(await inMemory(compensateEndedExecution, ports)({ detail })).toEqual({
      status: 'NO_ORDER',
      reason: `the event of execution ${IN_CONSOLE} has no input that names an order`,
    });
  });

  test('is no order if the id is wrong, and the result says so', async () => {
    const { ended } = await platform();
    const reason = `execution ${IN_CONSOLE}: there is no order 01JE`;
    expect(await ended(IN_CONSOLE, '{"orderId":"01JE"}')).toEqual({ status: 'NO_ORDER', reason });
  });
});

describe('an order that another execution is in charge of', () => {
  test.each([
    ['the one that has claimed it', IN_CONSOLE, STANDARD],
    ['the one that the stream started, before any has claimed it', undefined, IN_CONSOLE],
  ])('is left to %s if an execution fails', async (_, claimed, failed) => {
    const { ended, compensated, reserve, store } = await platform();
    if (claimed) await reserve(claimed);
    const status = claimed ? 'RESERVED' : 'PLACED';
    expect(await compensated(failed)).toEqual({ status });
    expect(await ended(failed)).toEqual({ status });
    expect(await store.find(orderId)).toMatchObject({ status });
  });

  test.each([
    ['REFUND_REQUESTED', 'refund'],
    ['CANCELLING', 'cancellation'],
  ] as const)('is left to the next execution if it is %s', async (status, kind) => {
    const { ended, compensated } = await platform({ status, execution: STANDARD });
    expect(await compensated(STANDARD)).toEqual({ status });
    expect(await ended(STANDARD)).toEqual({ status });
    expect(await ended(`${orderId}-${kind}`)).toEqual({
      status: { refund: 'REFUNDED', cancellation: 'CANCELLED' }[kind],
    });
  });

  test('is not swept while that execution runs', async () => {
    const { reserve, sweep, store } = await platform();
    await reserve(IN_CONSOLE);
    expect(await sweep(IN_CONSOLE)).toEqual({ results: { LEFT_ALONE: 1 }, started: [] });
    expect(await sweep(STANDARD)).toEqual({ results: { COMPENSATED: 1 }, started: [] });
    expect(await store.find(orderId)).toMatchObject({ status: 'FAILED' });
  });

  test('is not swept if that execution has claimed it during the sweep', async () => {
    const { reserve, sweep, store } = await platform();
    const claim = async () => void (await reserve(IN_CONSOLE));
    expect(await sweep(IN_CONSOLE, claim)).toEqual({ results: { LEFT_ALONE: 1 }, started: [] });
    expect(await store.find(orderId)).toMatchObject({ status: 'RESERVED' });
  });
});

test('an execution of an earlier release, which does not name itself, has its order compensated', async () => {
  const { compensated, reserve } = await platform();
  await reserve(STANDARD);
  expect(await compensated()).toEqual({ status: 'FAILED' });
});
