import type { Context, SQSEvent } from 'aws-lambda';
import { consumeDocumentEvents } from '../../lambda/documents/index-document.ts';
import { InMemoryDocumentIndex } from './in-memory-documents.ts';
import { notificationOf } from './s3-notification.ts';

// To the console, so that the test can read it.
process.env.POWERTOOLS_DEV = 'true';
process.env.POWERTOOLS_LOG_LEVEL = 'INFO';

async function delivered(index: InMemoryDocumentIndex, ...bodies: string[]) {
  const logged: Record<string, unknown>[] = [];
  const write = jest.spyOn(console, 'info').mockImplementation((line) => logged.push(JSON.parse(line)));
  const Records = bodies.map((body, number) => ({ messageId: `message-${number}`, body }));
  const answer = await consumeDocumentEvents('indexing', index)({ Records } as SQSEvent, {} as Context);
  write.mockRestore();
  return { failed: answer.batchItemFailures.map((each) => each.itemIdentifier), logged };
}

test('records the document of each event', async () => {
  const index = new InMemoryDocumentIndex();
  const { failed } = await delivered(
    index,
    notificationOf(),
    notificationOf({ key: 'invoices/AIDACUSTOMER/01JE.pdf' }),
  );
  expect(failed).toEqual([]);
  expect((await index.documentsOf('AIDACUSTOMER')).map(({ orderId }) => orderId)).toEqual(['01JD', '01JE']);
});

test('reports only the message that failed, so that only it is delivered again', async () => {
  const index = new InMemoryDocumentIndex();
  const { failed } = await delivered(index, 'not JSON', notificationOf());
  expect(failed).toEqual(['message-0']);
  expect(await index.documentsOf('AIDACUSTOMER')).toMatchObject([{ orderId: '01JD' }]);
});

test('reports every message of a batch in which all failed, and does not throw', async () => {
  const { failed } = await delivered(new InMemoryDocumentIndex(), 'not JSON', '{}');
  expect(failed).toEqual(['message-0', 'message-1']);
});

test('logs the queue and the order of each document', async () => {
  const { logged } = await delivered(new InMemoryDocumentIndex(), notificationOf());
  expect(logged).toMatchObject([
    {
      message: 'Document event received',
      queue: 'indexing',
      event: { eventType: 'ObjectCreated', occurredAt: '2026-01-01T10:00:00.000Z', orderId: '01JD' },
    },
  ]);
});
