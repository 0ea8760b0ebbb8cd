import { GetRecordsCommand, GetShardIteratorCommand, KinesisClient, ListShardsCommand } from '@aws-sdk/client-kinesis';
import type { ApiClient } from '../../client/api-client.ts';
import { until } from '../../client/until.ts';
import { local } from '../../lib/stages/local.ts';
import { Lake } from '../../local/demo/lake.ts';
import { expectCommonHeaders, expectProblem } from './answers.ts';
import { asWebShop } from './callers.ts';
import { type Deployed, deployed, PATIENCE } from './deployed.ts';
import { aShopEvent } from './requests.ts';

const startedAt = new Date();
const kinesis = new KinesisClient({ region: local.region });
let platform: Deployed;
let webShop: ApiClient;
let iterators: (string | undefined)[];

beforeAll(async () => {
  platform = await deployed();
  webShop = platform.operator.as(await asWebShop(platform));
  const StreamName = platform.outputs.get('ShopEventsStream');
  const { Shards = [] } = await kinesis.send(new ListShardsCommand({ StreamName }));
  iterators = await Promise.all(
    Shards.map(async ({ ShardId }) => {
      const command = new GetShardIteratorCommand({ StreamName, ShardId, ShardIteratorType: 'LATEST' });
      return (await kinesis.send(command)).ShardIterator;
    }),
  );
});

/** The records on the stream since the previous call. */
async function arrived(): Promise<{ text: string; key?: string }[]> {
  const found: { text: string; key?: string }[] = [];
  for (const [shard, ShardIterator] of iterators.entries()) {
    const { Records = [], NextShardIterator } = await kinesis.send(new GetRecordsCommand({ ShardIterator }));
    iterators[shard] = NextShardIterator;
    found.push(
      ...Records.map(({ Data, PartitionKey }) => ({ text: Buffer.from(Data ?? []).toString(), key: PartitionKey })),
    );
  }
  return found;
}

const JSON_TYPE = 'application/json';
const post = (body: string, contentType = JSON_TYPE) =>
  webShop.send({ method: 'POST', path: '/events', headers: { 'content-type': contentType }, body });
const send = (...events: object[]) => post(JSON.stringify({ events }));

const PAGES = [
  "/it's/a 'quote'",
  'a "double" one, and a \\ backslash, and \\\\ two',
  '\\u0041 is no A',
  'line\nbreak\r\tand \u0000 and \u001f',
  'ünïcödé ☕ 😀 \u2028 \ufeff',
  '$util.urlDecode("%41") $input.path("$") #set($x = 1) #if(true)x#end ## comment',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of Velocity's, not of this file's
  '${context.identity.apiKey} $!{x} #{else} *# #* [[raw]]#',
  '</script><script>alert(1)</script>',
  "'; DROP TABLE products; --",
  '{"StreamName":"other"}","PartitionKey":"x"},{"Data":"',
  '%0A%00 + &amp;',
  '',
];

test('each event is a line on the stream, with its text unchanged', async () => {
  await arrived();
  const events = PAGES.map((page) => aShopEvent({ page }));
  const answer = await send(...events);
  expect(answer).toMatchObject({ status: 202, body: { accepted: PAGES.length } });
  expectCommonHeaders(answer, { 'content-type': 'application/json' });

  const records: { text: string; key?: string }[] = [];
  await until('the events on the stream', PATIENCE, async () => {
    records.push(...(await arrived()));
    return records.length >= events.length || undefined;
  });
  expect(records.map(({ text }) => JSON.parse(text).event)).toEqual(events);
  expect(records.map(({ key }) => key)).toEqual(events.map(({ sessionId }) => sessionId));
  for (const { text } of records) expect(text).toMatch(/^[^\n]*\n$/);
  expect(records.map(({ text }) => JSON.parse(text))).toEqual(
    events.map((event, index) => ({
      receivedAt: expect.any(Number),
      requestId: expect.stringMatching(/./),
      index,
      shop: platform.outputs.get('WebShopKeyId'),
      event,
    })),
  );
});

test('events arrive in the lake with their text unchanged', async () => {
  const events = PAGES.map((page) => aShopEvent({ type: 'CART_CHANGED', sku: 'ESPRESSO-CUP', quantity: 0, page }));
  expect(await send(...events)).toMatchObject({ status: 202 });
  const selection = { table: 'shop_events', since: startedAt };
  const lake = new Lake(local.region, platform.outputs.get('LakeBucket'), selection);
  for (const { eventId, page } of events) {
    const row = await until(`event ${eventId} in the lake`, PATIENCE, async () => {
      const [found] = await lake.recordsWith('shop_event_id', eventId);
      return found;
    });
    expect(row).toMatchObject({ page, sku: 'ESPRESSO-CUP', quantity: 0, event_type: 'CART_CHANGED' });
  }
});

test('one request can contain a hundred events', async () => {
  const events = Array.from({ length: 100 }, () => aShopEvent());
  expect(await send(...events)).toMatchObject({ status: 202, body: { accepted: 100 } });
});

test.each<[string, number, string, string]>([
  [
    'more than a hundred events',
    400,
    JSON.stringify({ events: Array.from({ length: 101 }, () => aShopEvent()) }),
    JSON_TYPE,
  ],
  ['no event', 400, '{"events":[]}', JSON_TYPE],
  ['no body', 400, '', JSON_TYPE],
  ['malformed JSON', 400, '{"events":[', JSON_TYPE],
  ['an unknown field', 400, JSON.stringify({ events: [aShopEvent({ shop: 'another' })] }), JSON_TYPE],
  ['an unknown field next to the events', 400, JSON.stringify({ events: [aShopEvent()], shop: 'another' }), JSON_TYPE],
  ['an unknown type', 400, JSON.stringify({ events: [aShopEvent({ type: 'ORDER_PLACED' })] }), JSON_TYPE],
  ['a wrong type', 400, JSON.stringify({ events: [aShopEvent({ quantity: '1' })] }), JSON_TYPE],
  [
    'a session of ten thousand characters',
    400,
    JSON.stringify({ events: [aShopEvent({ sessionId: 'a'.repeat(10_000) })] }),
    JSON_TYPE,
  ],
  [
    'a session that breaks out of its quotes',
    400,
    JSON.stringify({ events: [aShopEvent({ sessionId: '"},{"Data":"eA==' })] }),
    JSON_TYPE,
  ],
  ['a page that is too long', 400, JSON.stringify({ events: [aShopEvent({ page: 'x'.repeat(2_049) })] }), JSON_TYPE],
  ['another content type', 415, JSON.stringify({ events: [aShopEvent()] }), 'text/plain'],
  ['the content type of XML', 415, JSON.stringify({ events: [aShopEvent()] }), 'application/xml'],
])('%s is answered with %i, and nothing is put on the stream', async (_, status, body, contentType) => {
  await arrived();
  expectProblem(await post(body, contentType), status);
  const last = aShopEvent();
  await send(last);
  const [first] = await until('the event behind it', PATIENCE, async () => {
    const records = await arrived();
    return records.length > 0 ? records : undefined;
  });
  expect(JSON.parse(first?.text ?? '').event).toEqual(last);
});
