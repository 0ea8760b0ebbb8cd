import { Readable } from 'node:stream';
import { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBRecord } from 'aws-lambda';
import { s3SetAside } from '../../lambda/orders/set-aside/s3-set-aside.ts';
import { PoisonError } from '../../lambda/platform/poison-error.ts';

test('a record is stored under its function, its order and its place on the stream, in the form of Lambda', async () => {
  const requests: { path: string; body: string }[] = [];
  const client = new S3Client({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: {
      handle: async (request: { path: string; body: string }) => {
        requests.push(request);
        return { response: { statusCode: 200, headers: {}, body: Readable.from(['']) } };
      },
    },
  });
  const record: DynamoDBRecord = { dynamodb: { Keys: { orderId: { S: '01A/ü' } }, SequenceNumber: '17' } };
  await s3SetAside(client, 'set-aside', 'messaging/publish')(record, new PoisonError('unreadable'));

  expect(decodeURIComponent(requests[0]?.path ?? '')).toBe('/messaging/publish/01A%2F%C3%BC/17.json');
  const stored = JSON.parse(requests[0]?.body ?? '');
  expect(stored).toMatchObject({ error: 'unreadable' });
  expect(JSON.parse(stored.payload)).toEqual({ Records: [record] });
});
