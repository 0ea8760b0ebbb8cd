import { orderEventLakeRow } from '../../lambda/analytics/order-event-row.ts';
import { transformRecords } from '../../lambda/analytics/transform-records.ts';
import { orderEventOf } from '../../lambda/messaging/order-event.ts';
import type { Order } from '../../lambda/orders/domain/order.ts';
import { anOrder } from '../orders/an-order.ts';
import { line, transformedBy } from './transformed.ts';

const anEvent = (different: Partial<Order> = {}) => orderEventOf(anOrder({ version: 2, ...different }));
const transformed = (...contents: (string | Uint8Array)[]) => transformedBy(orderEventLakeRow, contents);

test('returns an order event as a row on one line', () => {
  const [result] = transformed(line(anEvent({ changedAt: '2026-01-02T03:04:05.678Z' }))).results;
  expect(result?.result).toBe('Ok');
  expect(result?.data).toMatch(/^[^\n]+\n$/);
  expect(JSON.parse(result?.data ?? '')).toEqual({
    event_id: '01JD000000000000000000TEST#2',
    event_type: 'OrderPlaced',
    order_id: '01JD000000000000000000TEST',
    order_version: 2,
    status: 'PLACED',
    customer_id: 'AIDACUSTOMER',
    total: 2_500,
    currency: 'EUR',
    occurred_at: '2026-01-02 03:04:05.678',
  });
});

test.each([
  ['2026-01-02T03:04:05.678Z', { year: '2026', month: '01', day: '02' }],
  ['2026-12-31T23:59:59.999Z', { year: '2026', month: '12', day: '31' }],
  ['2027-01-01T00:00:00Z', { year: '2027', month: '01', day: '01' }],
])('partitions an event of %s by its day in UTC', (changedAt, partitionKeys) => {
  expect(transformed(line(anEvent({ changedAt }))).results).toMatchObject([{ metadata: { partitionKeys } }]);
});

test('accepts an event of a newer publisher, without the fields that have no column', () => {
  const newer = { ...anEvent(), eventType: 'OrderOnHold', source: 'shop' };
  const order = { ...newer.order, status: 'ON_HOLD', lines: [{ weight: 1 }], riskScore: 17 };
  const [result] = transformed(line({ ...newer, order })).results;
  const [known] = transformed(line(anEvent())).results;
  expect(JSON.parse(result?.data ?? '')).toEqual({
    ...JSON.parse(known?.data ?? ''),
    event_type: 'OrderOnHold',
    status: 'ON_HOLD',
  });
});

test('accepts a record with or without a final newline', () => {
  const [withNewline, without] = transformed(line(anEvent()), JSON.stringify(anEvent())).results;
  expect(without?.data).toBe(withNewline?.data);
});

test.each([
  ['an empty record', ''],
  ['text that is not JSON', 'hello'],
  ['bytes that are not UTF-8', new Uint8Array([0xff, 0xfe, 0x00])],
  ['two events in one record', line(anEvent()) + line(anEvent())],
  ['an event without its order', line({ ...anEvent(), order: undefined })],
  ['an event that is not about an order', line({ ...anEvent(), eventType: 'CART_CHANGED' })],
  ['an event without a date', line({ ...anEvent(), occurredAt: 'yesterday' })],
  ['a fraction of a cent', line({ ...anEvent(), order: anOrder({ total: 0.5 }) })],
])('fails %s unchanged and with a reason, and transforms the other records', (_, malformed) => {
  const { results, reported } = transformed(line(anEvent()), malformed, line(anEvent()));
  expect(results.map(({ result }) => result)).toEqual(['Ok', 'ProcessingFailed', 'Ok']);
  expect(results[1]).toEqual({
    recordId: 'record-1',
    result: 'ProcessingFailed',
    data: Buffer.from(malformed).toString(),
  });
  expect(reported).toEqual([['record-1', expect.stringMatching(/./)]]);
});

test('returns every record, in order: Firehose fails a batch with a missing record', () => {
  const contents = Array.from({ length: 100 }, (_, number) => (number % 3 ? line(anEvent()) : 'hello'));
  expect(transformed(...contents).results.map(({ recordId }) => recordId)).toEqual(
    contents.map((_, number) => `record-${number}`),
  );
});

// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
test('returns less than the 6 MB response limit for a full buffer of the smallest events', () => {
  const smallest = line(anEvent({ orderId: '', customerId: '', lines: [] }));
  const event = {
    recordId: '49590338271490256608559692538361571095921575989136588898000000',
    approximateArrivalTimestamp: 0,
    data: Buffer.from(smallest).toString('base64'),
  };
  const full = Array.from({ length: Math.ceil((1024 * 1024) / smallest.length) }, () => event);
  const answer = transformRecords(full, orderEventLakeRow, () => {});
  expect(new Set(answer.records.map(({ result }) => result))).toEqual(new Set(['Ok']));
  expect(JSON.stringify(answer).length).toBeLessThan(6 * 1024 * 1024);
});
