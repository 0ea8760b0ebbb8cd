import type { ShopEvent } from '../../lambda/analytics/shop-event.ts';
import { shopEventLakeRow } from '../../lambda/analytics/shop-event-row.ts';
import { transformRecords } from '../../lambda/analytics/transform-records.ts';
import { aShopEvent, aShopEventRecord } from './a-shop-event.ts';
import { line, transformedBy } from './transformed.ts';

const transformed = (...contents: (string | Uint8Array)[]) => transformedBy(shopEventLakeRow, contents);

test('returns a shop event as a row with its request, its shop and both times', () => {
  const event = aShopEvent({ sku: 'BOOK-1', page: "/it's 😀", quantity: 2 });
  const [result] = transformed(line(aShopEventRecord({ event }))).results;
  expect(result?.result).toBe('Ok');
  expect(result?.data).toMatch(/^[^\n]+\n$/);
  expect(JSON.parse(result?.data ?? '')).toEqual({
    event_id: 'JKJaXmPLvHcESHA=#7',
    event_type: 'PRODUCT_VIEWED',
    shop: 'key1',
    shop_event_id: '0193c1a0-0000-7000-8000-000000000001',
    session_id: 'visit-0001',
    sku: 'BOOK-1',
    page: "/it's 😀",
    quantity: 2,
    occurred_at: '2026-01-02 03:04:05.678',
    received_at: '2026-01-03 00:00:00.000',
  });
});

test('writes null for fields that the shop does not send', () => {
  const [result] = transformed(line(aShopEventRecord())).results;
  expect(JSON.parse(result?.data ?? '')).toMatchObject({ sku: null, page: null, quantity: null });
});

test('accepts an event of a newer API, without the fields that have no column', () => {
  const event = { ...aShopEvent(), type: 'COUPON_USED', campaign: 'spring' };
  const [result] = transformed(line({ ...aShopEventRecord(), channel: 'app', event })).results;
  const [known] = transformed(line(aShopEventRecord())).results;
  expect(JSON.parse(result?.data ?? '')).toEqual({ ...JSON.parse(known?.data ?? ''), event_type: 'COUPON_USED' });
});

test('partitions an event by the day on which it was received, independent of the time that the shop sends', () => {
  const event = aShopEvent({ occurredAt: '1999-12-31T23:59:59Z' });
  expect(transformed(line(aShopEventRecord({ event }))).results).toMatchObject([
    { metadata: { partitionKeys: { year: '2026', month: '01', day: '03' } } },
  ]);
});

test.each([
  ['text that is not JSON', 'hello'],
  ['two events in one record', line(aShopEventRecord()) + line(aShopEventRecord())],
  ['an event without its envelope', line(aShopEvent())],
  ['an event of no type', line(aShopEventRecord({ event: { ...aShopEvent(), type: '' as ShopEvent['type'] } }))],
  ['an event without a shop', line({ ...aShopEventRecord(), shop: '' })],
  ['a date that does not exist', line(aShopEventRecord({ event: aShopEvent({ occurredAt: '2026-13-01T00:00:00Z' }) }))],
])('fails %s unchanged and with a reason, and transforms the other records', (_, malformed) => {
  const { results, reported } = transformed(line(aShopEventRecord()), malformed, line(aShopEventRecord()));
  expect(results.map(({ result }) => result)).toEqual(['Ok', 'ProcessingFailed', 'Ok']);
  expect(results[1]).toEqual({ recordId: 'record-1', result: 'ProcessingFailed', data: malformed });
  expect(reported).toEqual([['record-1', expect.stringMatching(/./)]]);
});

// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
test('returns less than the 6 MB response limit for a full buffer of the smallest events', () => {
  const smallest = line(aShopEventRecord({ index: 0, shop: 'k', requestId: 'r' }));
  const record = {
    recordId: '49590338271490256608559692538361571095921575989136588898000000',
    approximateArrivalTimestamp: 0,
    data: Buffer.from(smallest).toString('base64'),
  };
  const full = Array.from({ length: Math.ceil((1024 * 1024) / smallest.length) }, () => record);
  const answer = transformRecords(full, shopEventLakeRow, () => {});
  expect(new Set(answer.records.map(({ result }) => result))).toEqual(new Set(['Ok']));
  expect(JSON.stringify(answer).length).toBeLessThan(6 * 1024 * 1024);
});
