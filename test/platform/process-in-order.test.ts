import type { DynamoDBRecord } from 'aws-lambda';
import { PoisonError, SET_ASIDE_MESSAGE } from '../../lambda/platform/poison-error.ts';
import { eachRecord, processInOrder, type StreamReader } from '../../lambda/platform/process-in-order.ts';

/** A record of an item, such as `a1`: the first change of the item `a`. */
const record = (name: string): DynamoDBRecord => ({
  eventID: `event-${name}`,
  dynamodb: { Keys: { orderId: { S: name.slice(0, 1) } }, SequenceNumber: name },
});
const nameOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.SequenceNumber ?? '';

/** Processes records, of which some fail; returns the rounds of processed records and where the next delivery starts. */
async function processed(names: string[], errors: Record<string, Error> = {}, reader: Partial<StreamReader> = {}) {
  const rounds: string[][] = [];
  const setAside: string[] = [];
  const { batchItemFailures } = await processInOrder(names.map(record), {
    atOnce: 10,
    process: async (records) => {
      rounds.push(records.map(nameOf));
      return records.map((each) => errors[nameOf(each)]);
    },
    setAside: async (each) => void setAside.push(nameOf(each)),
    logger: { error: () => {} },
    ...reader,
  });
  return { rounds, setAside, from: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

const outage = new Error('unavailable');
const poison = new PoisonError('unreadable');

test('records of different items are processed together, those of an item in sequence, the first one alone', async () => {
  expect(await processed(['a1', 'b1', 'a2', 'c1', 'b2', 'a3'])).toEqual({
    rounds: [['a1'], ['b1', 'a2', 'c1'], ['b2', 'a3']],
    setAside: [],
    from: [],
  });
});

test('no more records than the limit are processed at the same time', async () => {
  const { rounds } = await processed(['a1', 'b1', 'c1', 'b2', 'd1'], {}, { atOnce: 2 });
  expect(rounds).toEqual([['a1'], ['b1', 'c1'], ['b2', 'd1']]);
});

test('during an outage, only the first record is tried, and delivered again with all others', async () => {
  const names = ['a1', 'b1', 'c1'];
  expect(await processed(names, { a1: outage, b1: outage, c1: outage })).toEqual({
    rounds: [['a1']],
    setAside: [],
    from: ['a1'],
  });
});

test('the next delivery starts with the first record that was not processed, and no later one of its item was', async () => {
  const { rounds, from } = await processed(['a1', 'b1', 'a2', 'b2', 'c1', 'a3'], { b1: outage });
  expect(rounds).toEqual([['a1'], ['b1', 'a2', 'c1']]);
  expect(from).toEqual(['b1']);
});

test('an earlier record that waited for its predecessor is delivered again, although a later one failed', async () => {
  const { rounds, from } = await processed(['x1', 'a1', 'a2', 'b1'], { b1: outage });
  expect(rounds).toEqual([['x1'], ['a1', 'b1']]);
  expect(from).toEqual(['a2']);
});

test('a record that no attempt can process is set aside, and later ones of its item are processed', async () => {
  expect(await processed(['a1', 'a2', 'b1'], { a1: poison })).toEqual({
    rounds: [['a1'], ['a2', 'b1']],
    setAside: ['a1'],
    from: [],
  });
});

test('a record that cannot be set aside is delivered again', async () => {
  const setAside = () => Promise.reject(new Error('S3 is unavailable'));
  expect(await processed(['a1', 'a2'], { a1: poison }, { setAside })).toMatchObject({ rounds: [['a1']], from: ['a1'] });
});

test('each record is handled by itself: one that fails leaves the others processed', async () => {
  const handled: string[] = [];
  const process = eachRecord(async (each) => {
    if (nameOf(each) === 'b1') throw outage;
    handled.push(nameOf(each));
  });
  expect(await processed(['x1', 'a1', 'b1', 'c1'], {}, { process })).toMatchObject({ from: ['b1'] });
  expect(handled).toEqual(['x1', 'a1', 'c1']);
});

test.each([
  ['is delivered again', 'could not be processed', outage, async () => {}, outage],
  ['cannot be set aside', 'could not be set aside', poison, () => Promise.reject(outage), outage],
  ['is set aside', SET_ASIDE_MESSAGE, poison, async () => {}, poison],
])('a record that %s is logged with its event and the error', async (_, message, failure, setAside, error) => {
  const lines: unknown[] = [];
  const logger = { error: (...line: unknown[]) => void lines.push(line) };
  await processed(['a1'], { a1: failure }, { setAside, logger });
  expect(lines).toEqual([[expect.stringContaining(message), { eventId: 'event-a1', error }]]);
});
