import type { ApiClient } from '../../client/api-client.ts';
import { getInvoice, type Order, type OrderStatus } from '../../client/order-api.ts';
import type { StackOutputs } from '../../client/stack-outputs.ts';
import { PATIENCE, type Patience, until } from '../../client/until.ts';
import { invoiceKey } from '../../lambda/documents/invoice-key.ts';
import { EVENT_TYPES } from '../../lambda/messaging/order-event.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { documentSize } from './documents.ts';
import { findLogLines, type LoggedEvent } from './function-logs.ts';
import { Lake } from './lake.ts';

/** A deployed stage and the start of the demo. */
export interface Deployed {
  readonly stage: StageConfig;
  readonly outputs: StackOutputs;
  readonly startedAt: Date;
  /**
   * Time limit and interval of polling.
   *
   * @default PATIENCE
   */
  readonly patience?: Patience;
}

/** Events of a purchased and refunded order that each queue's consumer receives. */
const EXPECTED_MESSAGES: Record<string, string[]> = {
  NotificationsLog: [EVENT_TYPES.PLACED, EVENT_TYPES.SHIPPED, EVENT_TYPES.REFUNDED],
  InvoicingLog: [EVENT_TYPES.SHIPPED],
  IndexingLog: ['ObjectCreated'],
};

/** Events of a purchased and refunded order that the lake receives. */
const EXPECTED_ROWS: string[] = [
  EVENT_TYPES.PLACED,
  EVENT_TYPES.CHARGED,
  EVENT_TYPES.SHIPPING,
  EVENT_TYPES.SHIPPED,
  EVENT_TYPES.REFUND_REQUESTED,
  EVENT_TYPES.REFUNDED,
];

/** Describes the public statuses of an order as published in its events. */
export async function describeStatuses(
  deployed: Deployed,
  order: Pick<Order, 'orderId'>,
  expected: OrderStatus[],
): Promise<string[]> {
  const events = await until(
    `${expected.join(', ')} of order ${order.orderId}`,
    deployed.patience ?? PATIENCE,
    async () => {
      const found = await loggedEvents(deployed, 'PublisherLog', order);
      const wanted = expected.map((status) => found.find((event) => event.status === status));
      return wanted.every((event) => event !== undefined) ? wanted : undefined;
    },
  );
  const start = Date.parse(events[0]?.occurredAt ?? '');
  const steps = events.map((event) => `${event.status} +${(Date.parse(event.occurredAt) - start) / 1_000} s`);
  return [`order ${order.orderId}`, steps.join(' → ')];
}

/** Describes the messages that each queue's consumer logged. */
export async function describeQueues(deployed: Deployed, order: Order): Promise<string[]> {
  return Promise.all(
    Object.entries(EXPECTED_MESSAGES).map(([log, expected]) =>
      until(`${expected.join(', ')} of order ${order.orderId} in ${log}`, deployed.patience ?? PATIENCE, async () => {
        const found = (await loggedEvents(deployed, log, order)).map((event) => event.eventType);
        return expected.every((each) => found.includes(each))
          ? `${log.replace('Log', '')}: ${found.join(', ')}`
          : undefined;
      }),
    ),
  );
}

/** Describes the invoice of an order and its replica in the other region. */
export async function describeDocument(
  { stage, outputs, patience = PATIENCE }: Deployed,
  order: Order,
): Promise<string[]> {
  const key = invoiceKey(order);
  const places = [
    { region: stage.region, bucket: outputs.get('DocumentsBucket') },
    { region: stage.replicaRegion, bucket: outputs.get('ReplicaBucket') },
  ];
  return Promise.all(
    places.map(async (place) => {
      const size = await until(`${key} in ${place.bucket}`, patience, () => documentSize(place, key));
      return `${place.region}: s3://${place.bucket}/${key} (${size} bytes)`;
    }),
  );
}

/** Downloads the invoice of an order as its customer and describes it. */
export async function describeInvoice({ patience = PATIENCE }: Deployed, customer: ApiClient, { orderId }: Order) {
  const bytes = await until(`the invoice of order ${orderId} at the API`, patience, async () => {
    const { status, data } = await getInvoice(orderId, customer.opts);
    return status === 200 ? Buffer.from(await data.arrayBuffer()) : undefined;
  });
  if (bytes.subarray(0, 4).toString('latin1') !== '%PDF') {
    throw new Error(
      `the invoice of order ${orderId} begins with ${bytes.subarray(0, 4).toString('hex')}, expected %PDF`,
    );
  }
  return [`GET /orders/${orderId}/invoice: a PDF of ${bytes.length} bytes`];
}

/** Describes the lake records of a purchased and refunded order, one for each event. */
export async function describeLake(deployed: Deployed, order: Order): Promise<string[]> {
  const lake = lakeOf(deployed, 'order_events');
  const what = `${EXPECTED_ROWS.join(', ')} of order ${order.orderId} in the lake`;
  const records = await until(what, deployed.patience ?? PATIENCE, async () => {
    const found = await lake.recordsWith('order_id', order.orderId);
    const types = found.map((record) => record.event_type);
    return EXPECTED_ROWS.every((type) => types.includes(type)) ? found : undefined;
  });
  const types = records
    .sort((left, right) => Number(left.order_version) - Number(right.order_version))
    .map((record) => record.event_type);
  return [`s3://${deployed.outputs.get('LakeBucket')}/: ${records.length} Parquet records, ${types.join(', ')}`];
}

/** Describes the record of a shop event in the lake. */
export async function describeShopEvent(deployed: Deployed, eventId: string): Promise<string[]> {
  const lake = lakeOf(deployed, 'shop_events');
  const what = `shop event ${eventId} in the lake`;
  const record = await until(what, deployed.patience ?? PATIENCE, async () => {
    const [found] = await lake.recordsWith('shop_event_id', eventId);
    return found;
  });
  return [`shop event ${eventId}: ${record.event_type} of ${record.sku}`];
}

function lakeOf({ stage, outputs, startedAt }: Deployed, table: string): Lake {
  return new Lake(stage.region, outputs.get('LakeBucket'), { table, since: startedAt });
}

function loggedEvents(
  { stage, outputs }: Deployed,
  log: string,
  { orderId }: Pick<Order, 'orderId'>,
): Promise<LoggedEvent[]> {
  return findLogLines(stage.region, outputs.get(log), orderId);
}
