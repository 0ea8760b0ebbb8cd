import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { orderEventLakeRow } from '../../../lambda/analytics/order-event-row.ts';
import { orderEvent, orderEventOf } from '../../../lambda/messaging/order-event.ts';
import { publishedOrder } from '../../../lambda/messaging/published-order.ts';
import { orderSummary } from '../../../lambda/orders/contract/order-summary.ts';
import { publicOrder, publicOrderOf } from '../../../lambda/orders/contract/public-order.ts';
import { PUBLIC_STATUSES, publicStatusOf } from '../../../lambda/orders/contract/public-status.ts';
import { isKnownStatus, type OrderStatus, type StoredOrder } from '../../../lambda/orders/domain/order.ts';
import { DynamoOrderHistory } from '../../../lambda/orders/history/dynamo-order-history.ts';
import { startOrderWorkflow } from '../../../lambda/orders/start/start-order-workflow.ts';
import type { WorkflowInput } from '../../../lambda/orders/start/workflow-input.ts';
import { DynamoOrderStore } from '../../../lambda/orders/store/dynamo-order-store.ts';
import { LISTED_ATTRIBUTES } from '../../../lib/orders/orders-data-stack.ts';
import { DynamoCustomerOrders } from '../../../ops/erase/dynamo-customer-orders.ts';
import { isErasable } from '../../../ops/erase/unfinished-orders.ts';
import { redriveOrder } from '../../../ops/redrive/redrive-order.ts';
import { inMemory } from '../in-memory-step.ts';
import { platformWith } from './a-platform.ts';
import { answeringTable } from './answering-table.ts';
import { samplesOf } from './samples.ts';

const PREVIOUS = samplesOf('previous-release');
const SAMPLES = [...PREVIOUS, ...samplesOf('next-release')];

/** An item without its place in the index of deadlines; one that does not say so holds no stock. */
function orderIn({ deadline: _deadline, deadlineShard: _shard, ...order }: Record<string, unknown>): StoredOrder {
  return { stockReserved: false, ...order } as unknown as StoredOrder;
}

/** The attributes of an item that the index of customers holds. */
function projected(item: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(['customerId', 'orderId', ...LISTED_ATTRIBUTES].map((name) => [name, item[name]]));
}

function noWorkflows() {
  const started: WorkflowInput[] = [];
  return {
    started,
    start: async (input: WorkflowInput) => void started.push(input),
    progress: async () => 'MISSING' as const,
  };
}

test('every status of the previous release is known, and each public one is among them', () => {
  const statuses = PREVIOUS.map(([, { status }]) => String(status));
  expect(statuses.filter((status) => !isKnownStatus(status))).toEqual([]);
  expect(PUBLIC_STATUSES.filter((shown) => !statuses.map(publicStatusOf).includes(shown))).toEqual([]);
});

describe.each(SAMPLES)('%s is read', (_, item) => {
  const order = orderIn(item);
  const { orderId, status } = order;

  test('by the store, with all its fields', async () => {
    const { client } = answeringTable(item);
    const store = new DynamoOrderStore(client, { orders: 'orders', stock: 'stock', approvalSeconds: 3_600 });
    expect(await store.find(orderId)).toEqual(order);
  });

  test('from the stream, and makes an event of the contract', () => {
    const NewImage = marshall(item) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];
    const published = publishedOrder({ dynamodb: { NewImage } }) as StoredOrder;
    expect(published).toEqual(order);
    const event = orderEventOf(published);
    expect(orderEvent.parse(event)).toEqual(event);
  });

  test('by the customer', () => {
    const view = publicOrderOf(order);
    expect(publicOrder.parse(view)).toEqual(view);
    expect(view.status).toBe(isKnownStatus(status) ? publicStatusOf(status) : 'NEEDS_ATTENTION');
  });

  test('in a list, from the index', async () => {
    const { client } = answeringTable(projected(item));
    const { items } = await new DynamoOrderHistory(client, 'orders').page(order.customerId, 10);
    expect(items).toEqual([expect.objectContaining({ orderId, status: publicOrderOf(order).status })]);
    expect(orderSummary.parse(items[0])).toEqual(items[0]);
  });

  test('by the lake', () => {
    const { row } = orderEventLakeRow(JSON.parse(JSON.stringify(orderEventOf(order))));
    expect(row).toMatchObject({ order_id: orderId, status: publicOrderOf(order).status, total: order.total });
  });

  test('by the start of workflows and by redrive, with the same result', async () => {
    const { store } = await platformWith(item);
    const [streamed, redriven] = [noWorkflows(), noWorkflows()];
    await inMemory(startOrderWorkflow, { workflows: streamed })(order);
    expect(await redriveOrder({ store, workflows: redriven }, orderId)).toContain(`Order ${orderId} is ${status}`);
    expect(redriven.started).toEqual(streamed.started);
  });

  test('by the erasure of its customer, which waits until it is settled', async () => {
    const orders = new DynamoCustomerOrders(answeringTable(item).client, 'orders');
    expect(await orders.of(order.customerId)).toEqual([order]);
    const settled: OrderStatus[] = ['SHIPPED', 'REJECTED', 'CANCELLED', 'FAILED', 'REFUNDED'];
    expect(isErasable(order)).toBe(settled.some((each) => each === status));
  });
});
