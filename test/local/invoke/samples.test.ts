import { globSync } from 'node:fs';
import { join } from 'node:path';
import type {
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  DynamoDBRecord,
  EventBridgeEvent,
  FirehoseTransformationEvent,
  SecretsManagerRotationEvent,
  SQSEvent,
} from 'aws-lambda';
import { orderEventLakeRow } from '../../../lambda/analytics/order-event-row.ts';
import { shopEventLakeRow } from '../../../lambda/analytics/shop-event-row.ts';
import { transformRecords } from '../../../lambda/analytics/transform-records.ts';
import { storedDocuments } from '../../../lambda/documents/stored-document.ts';
import { receivedOrderEvent } from '../../../lambda/messaging/order-event.ts';
import { publishedOrder } from '../../../lambda/messaging/published-order.ts';
import { executionName } from '../../../lambda/orders/start/workflow-input.ts';
import { orderImage } from '../../../lambda/orders/store/order-image.ts';
import { ROTATION_STEPS } from '../../../lambda/payments/rotation/rotate-credential.ts';
import { SANDBOX_ROUTES } from '../../../lambda/payments/sandbox/sandbox-routes.ts';
import { entryOf, handlers } from '../../../lib/platform/bundle-functions.ts';
import { readEvent, SAMPLES, sampleOf } from '../../../local/invoke/samples.ts';
import { routesInMemory } from '../../api/routes-in-memory.ts';
import { filledSample, ORDER } from './filled-samples.ts';

const ENTRIES = handlers().map(entryOf);

test('every sample is that of a function', () => {
  const samples = globSync('**/*.json', { cwd: SAMPLES }).map((file) => join(SAMPLES, file));
  expect(samples.sort()).toEqual([...new Set(ENTRIES.map(sampleOf))].sort());
});

test.each(ENTRIES)('the sample of %s has no placeholder left', async (entry) => {
  expect(JSON.stringify(await filledSample(entry))).not.toMatch(/\{\{|\$json|\$base64/);
});

test.each([
  ['place-order', 'placeOrder', 202],
  ['get-order', 'getOrder', 404],
  ['list-orders', 'listOrders', 200],
  ['request-cancellation', 'requestCancellation', 404],
  ['request-refund', 'requestRefund', 404],
  ['list-approvals', 'listApprovals', 200],
  ['decide-approval', 'decideApproval', 404],
  ['list-products', 'listProducts', 200],
  ['get-product', 'getProduct', 200],
  ['put-product', 'putProduct', 201],
  ['patch-product', 'patchProduct', 404],
  ['delete-product', 'deleteProduct', 404],
] as const)('the route %s accepts its sample', async (name, route, status) => {
  const { ask, products } = await routesInMemory();
  const cup = { sku: 'ESPRESSO-CUP', name: 'Cup', warehouse: 'north', unitPrice: 1_250, currency: 'EUR' };
  await products.put(cup, 'ann', 10);
  expect(await ask(route, await filledSample<APIGatewayProxyEvent>(`api/${name}`))).toMatchObject({ status });
});

test.each(['messaging/notify-customer', 'documents/issue-invoice'])(
  '%s reads the event in its sample',
  async (entry) => {
    const [record] = (await filledSample<SQSEvent>(entry)).Records;
    expect(receivedOrderEvent(JSON.parse(`${record?.body}`))).toMatchObject({ order: { orderId: ORDER.orderId } });
  },
);

test('documents/index-document reads the document in its sample', async () => {
  const [record] = (await filledSample<SQSEvent>('documents/index-document')).Records;
  expect(storedDocuments(`${record?.body}`)).toMatchObject([{ orderId: ORDER.orderId }]);
});

test('the readers of the stream read the order in their samples', async () => {
  const recordOf = async (entry: string) => (await filledSample<{ Records: [DynamoDBRecord] }>(entry)).Records[0];
  const shipped = { orderId: ORDER.orderId, status: 'SHIPPED' };
  expect(publishedOrder(await recordOf('messaging/publish-order-events'))).toMatchObject(shipped);
  expect(orderImage(await recordOf('orders/start-order-workflow'))).toMatchObject(shipped);
});

test.each([
  ['analytics/transform-records', orderEventLakeRow],
  ['analytics/transform-shop-events', shopEventLakeRow],
])('%s makes a row of its sample', async (entry, makeRow) => {
  const { records } = await filledSample<FirehoseTransformationEvent>(entry);
  expect(transformRecords(records, makeRow, () => {}).records).toMatchObject([{ result: 'Ok' }]);
});

test('orders/compensate-ended-execution finds the order of the execution in its sample', async () => {
  const { detail } = await filledSample<EventBridgeEvent<string, { name: string }>>(
    'orders/compensate-ended-execution',
  );
  expect(detail.name).toBe(executionName({ orderId: ORDER.orderId, kind: 'purchase' }));
});

test('the payment samples name a step of the rotation and a route of the sandbox', async () => {
  const rotation = await filledSample<SecretsManagerRotationEvent>('payments/rotate-credential');
  expect(ROTATION_STEPS).toContain(rotation.Step);
  const request = await filledSample<APIGatewayProxyEventV2>('payments/answer-request');
  expect(SANDBOX_ROUTES).toContain(request.routeKey);
});

test('refuses an event file that does not exist or is no JSON document, and names the sample', async () => {
  await expect(readEvent('orders/charge-payment', 'missing.json')).rejects.toThrow(
    'The event file missing.json cannot be read (ENOENT): local/events/orders/default.json is a sample to copy',
  );
  await expect(readEvent('orders/charge-payment', 'README.md')).rejects.toThrow('README.md is no JSON document: ');
});
