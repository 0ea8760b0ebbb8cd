import type { OrderStatus } from '../../../lambda/orders/domain/order.ts';
import type { WorkflowInput } from '../../../lambda/orders/start/workflow-input.ts';
import { redriveOrder } from '../../../ops/redrive/redrive-order.ts';
import { anOrder } from '../../orders/an-order.ts';
import { InMemoryOrders } from '../../orders/store/in-memory-orders.ts';

async function redriven(status: OrderStatus, progress: 'MISSING' | 'RUNNING' | 'ENDED') {
  const store = new InMemoryOrders();
  const order = anOrder({ status });
  await store.accept(order, { idempotencyKey: 'key', payloadHash: 'hash', orderId: order.orderId });
  const started: WorkflowInput[] = [];
  const workflows = { start: async (input: WorkflowInput) => void started.push(input), progress: async () => progress };
  return { said: await redriveOrder({ store, workflows }, order.orderId), started };
}

const { orderId } = anOrder();

test.each<[OrderStatus, WorkflowInput['kind']]>([
  ['PLACED', 'purchase'],
  ['REFUND_REQUESTED', 'refund'],
  ['CANCELLING', 'cancellation'],
])('the workflow of a %s order without an execution is started as a %s', async (status, kind) => {
  const { said, started } = await redriven(status, 'MISSING');
  expect(started).toEqual([{ orderId, kind }]);
  expect(said).toContain(`execution ${orderId}-${kind} is started`);
});

test.each(['RUNNING', 'ENDED'] as const)('an order whose execution is %s is not started again', async (progress) => {
  const { started } = await redriven('PLACED', progress);
  expect(started).toEqual([]);
});

test('a settled order has no workflow to start', async () => {
  const { said, started } = await redriven('SHIPPED', 'MISSING');
  expect(started).toEqual([]);
  expect(said).toContain('there is no workflow to start');
});
