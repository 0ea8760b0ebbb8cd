import fc from 'fast-check';
import { shopEventAnswer, shopEventRecord, shopEventResults } from '../../../lambda/analytics/shop-event.ts';
import { REQUEST_TEMPLATE, RESPONSE_TEMPLATE } from '../../../lib/api/integrations/shop-events-integration.ts';
import { aShopEvent } from '../../analytics/a-shop-event.ts';
import { CONTEXT, renderTemplate } from './velocity.ts';

interface PutRecords {
  readonly StreamName: string;
  readonly Records: readonly { readonly Data: string; readonly PartitionKey: string }[];
}

/** The call of Kinesis for events. */
function recordsOf(events: readonly unknown[]): PutRecords {
  const { text } = renderTemplate(REQUEST_TEMPLATE, { body: { events }, names: { streamName: 'shop-events' } });
  return JSON.parse(text);
}

const decoded = (data: string) => Buffer.from(data, 'base64').toString();

/** Text that a template, a shell, a browser, a log or a JSON parser might interpret. */
const HOSTILE = [
  "it's",
  '"quoted"',
  'back\\slash',
  "both \\' of them",
  'a\nb\r\nc\td',
  'line\u2028and\u2029paragraph',
  '😀 and 𝒳',
  'nul\u0000 and bell\u0007',
  "$util.base64Encode('x')",
  '$!{context.identity.apiKey}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: hostile on purpose.
  '$newline$quote${quote}$sent',
  '#set($received = 1)',
  '#end #stop #foreach($x in $y)',
  '## a comment',
  '#* a block *#',
  '\\$context.requestId and \\#set',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: hostile on purpose.
  '${jndi:ldap://example.com/a}',
  '</script><script>alert(1)</script>',
  '","PartitionKey":"elsewhere',
  "'; DROP TABLE orders; --",
  '../../etc/passwd',
  '%0A',
];

test.each(HOSTILE)('the page %j reaches the stream unchanged', (page) => {
  const event = aShopEvent({ page });
  const [record] = recordsOf([event]).Records;
  expect(shopEventRecord.parse(JSON.parse(decoded(record?.Data ?? '')))).toEqual({
    receivedAt: CONTEXT.requestTimeEpoch,
    requestId: CONTEXT.extendedRequestId,
    index: 0,
    shop: CONTEXT.identity.apiKeyId,
    event,
  });
});

/** Any character; the unit `binary` of `fc.string` makes a table of all of them first, in more than a second. */
const character = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((codePoint) => codePoint < 0xd800 || codePoint > 0xdfff)
  .map((codePoint) => String.fromCodePoint(codePoint));
const text = fc.oneof(fc.string({ unit: character, maxLength: 60 }), fc.constantFrom(...HOSTILE));
const mixedText = fc.array(text, { maxLength: 5 }).map((parts) => parts.join(''));
const anyEvent = fc.record(
  { sessionId: mixedText, page: mixedText, quantity: fc.nat(), sku: mixedText, nested: fc.array(mixedText) },
  { requiredKeys: ['sessionId'] },
);

test('the record of any event is the same event on one line that ends with its only newline', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 4 }), (events) => {
      const { StreamName, Records } = recordsOf(events);
      expect(StreamName).toBe('shop-events');
      expect(Records.map(({ Data }) => JSON.parse(decoded(Data)))).toEqual(
        events.map((event, index) => expect.objectContaining({ index, event })),
      );
      for (const { Data } of Records) expect(decoded(Data)).toMatch(/^[^\n]+\n$/);
    }),
    { numRuns: 300 },
  );
});

test('the partition key of any event is its session', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 4 }), (events) => {
      expect(recordsOf(events).Records.map(({ PartitionKey }) => PartitionKey)).toEqual(
        events.map(({ sessionId }) => sessionId),
      );
    }),
    { numRuns: 300 },
  );
});

// https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html
test('a hundred of the largest events stay within the limits of Kinesis and API Gateway', () => {
  const largest = aShopEvent({
    page: '😀'.repeat(2_048),
    sku: 'A'.repeat(40),
    sessionId: 's'.repeat(64),
    quantity: 1_000,
  });
  const escaped = JSON.stringify(largest).replace(/[^ -~]/g, '\\u0000');
  const envelope = 200;
  expect(escaped.length + envelope).toBeLessThan(1_048_576);
  expect(100 * (escaped.length + envelope)).toBeLessThan(5 * 1_048_576);
  expect((100 * (escaped.length + envelope) * 4) / 3).toBeLessThan(10 * 1_000_000);
});

const taken = {
  SequenceNumber: '49543463076548007577105092703039560359975228518395012686',
  ShardId: 'shardId-000000000000',
};
const refused = {
  ErrorCode: 'ProvisionedThroughputExceededException',
  ErrorMessage: 'Rate exceeded for shard shardId-000000000001 in stream exampleStreamName under account 111111111111.',
};

test('responds with the number of events if all were accepted', () => {
  const { text, status } = renderTemplate(RESPONSE_TEMPLATE, {
    body: { FailedRecordCount: 0, Records: [taken, taken, taken] },
  });
  expect(shopEventAnswer.parse(JSON.parse(text))).toEqual({ accepted: 3 });
  expect(status).toBeUndefined();
});

test('responds with the result of each event if some were refused', () => {
  const { text, status } = renderTemplate(RESPONSE_TEMPLATE, {
    body: { FailedRecordCount: 2, Records: [refused, taken, refused] },
  });
  const error = expect.stringMatching(/Send it again/);
  expect(status).toBe(207);
  expect(shopEventResults.parse(JSON.parse(text))).toEqual({
    accepted: 1,
    results: [
      { index: 0, status: 503, error },
      { index: 1, status: 202 },
      { index: 2, status: 503, error },
    ],
  });
});

test('reveals nothing of shards, streams and accounts', () => {
  for (const Records of [[taken], [refused], [taken, refused, taken]]) {
    const FailedRecordCount = Records.filter((record) => record === refused).length;
    const { text } = renderTemplate(RESPONSE_TEMPLATE, { body: { FailedRecordCount, Records } });
    expect(text).not.toMatch(/shard|sequence|stream|account|\d{6}/i);
  }
});
