import { orderEventLakeRow } from '../../../lambda/analytics/order-event-row.ts';
import { invoiceText } from '../../../lambda/documents/invoice-text.ts';
import { noticeOf } from '../../../lambda/messaging/notice.ts';
import { describeEvent, orderEventOf, receivedOrderEvent } from '../../../lambda/messaging/order-event.ts';
import { publishOrderEvents } from '../../../lambda/messaging/publish-order-changes.ts';
import { PUBLIC_STATUSES } from '../../../lambda/orders/contract/public-status.ts';
import { ORDER_STATUSES, type StoredOrder } from '../../../lambda/orders/domain/order.ts';
import { itemOf, orderOfItem } from '../../../lambda/orders/store/order-item.ts';
import { CUSTOMER } from '../../api/an-event.ts';
import { routesInMemory } from '../../api/routes-in-memory.ts';
import { capturedTargets } from '../../messaging/captured-targets.ts';
import { anOrder } from '../an-order.ts';

/** Names that must not show: planted fields, statuses and reasons, what is internal by itself, the means of payment. */
const INTERNAL = [
  'PLANTED',
  ...ORDER_STATUSES.filter((status) => !PUBLIC_STATUSES.some((shown) => shown === status)),
  ...['FRAUD', 'States.Timeout', 'stockReserved', 'paymentToken', 'tok_visa', 'deadline'],
];

/** An item with planted fields, in the order, in a part of it, and in its lines. */
function plantedItem(status: string, reason: string) {
  const order = anOrder({ customerId: CUSTOMER, version: 4, status: 'PLACED' });
  const plantedScore = { PLANTED: 'PLANTED' };
  const lines = order.lines.map((line) => ({ ...line, plantedScore }));
  return {
    ...itemOf(order, 3_600),
    status,
    reason,
    plantedScore,
    lines,
    resolution: { by: 'PLANTED', why: 'PLANTED' },
  };
}

const RECEIVERS: [string, (order: StoredOrder, item: Record<string, unknown>) => Promise<unknown>][] = [
  ...(['getOrder', 'listOrders', 'requestCancellation', 'requestRefund'] as const).map(
    (route): (typeof RECEIVERS)[number] => [
      `the customer, by ${route}`,
      async ({ orderId }, item) => {
        const { orders, ask } = await routesInMemory();
        orders.put(item);
        const { body } = await ask(route, { pathParameters: { orderId } });
        expect(JSON.stringify(body)).toContain(orderId);
        return body;
      },
    ],
  ),
  [
    'subscribers of the topic, and readers of the stream',
    async (order) => {
      const { topic, stream, calls } = capturedTargets();
      await publishOrderEvents([topic, stream], [orderEventOf(order)]);
      expect(calls).toEqual([[expect.stringContaining('eventType')], [expect.stringContaining('eventType')]]);
      return calls;
    },
  ],
  ['the lake', async (order) => orderEventLakeRow(orderEventOf(order))],
  ['the inbox of the customer', async (order) => noticeOf(orderEventOf(order)) ?? 'no notice'],
  ['the invoice', async (order) => invoiceText(orderEventOf(order))],
  ['the logs of the publisher', async (order) => describeEvent(orderEventOf(order))],
  [
    'the logs of a consumer',
    async (order) => describeEvent(receivedOrderEvent(orderEventOf(order)) ?? orderEventOf(order)),
  ],
];

describe.each(RECEIVERS)('%s', (_, receive) => {
  test.each([...ORDER_STATUSES, 'PLANTED_STATUS'])('sees nothing internal of an order that is %s', async (status) => {
    for (const reason of ['PLANTED_REASON', 'PaymentContradiction: PLANTED', 'SUSPECTED_FRAUD', 'States.Timeout']) {
      const item = plantedItem(status, reason);
      const received = JSON.stringify(await receive(orderOfItem(item), item));
      expect(received.length).toBeGreaterThan(2);
      expect(INTERNAL.filter((name) => received.toLowerCase().includes(name.toLowerCase()))).toEqual([]);
    }
  });
});
