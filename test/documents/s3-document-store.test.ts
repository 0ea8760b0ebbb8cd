import { Readable } from 'node:stream';
import { S3Client } from '@aws-sdk/client-s3';
import { S3DocumentStore } from '../../lambda/documents/s3-document-store.ts';

interface Request {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: Uint8Array;
}

/** A document store whose client gets one answer for every request, and the requests. */
function answering(statusCode: number, code?: string) {
  const requests: Request[] = [];
  const body = code ? `<Error><Code>${code}</Code><Message>no</Message></Error>` : '';
  const client = new S3Client({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: {
      handle: async (request: Request) => {
        requests.push(request);
        return { response: { statusCode, headers: {}, body: Readable.from([body]) } };
      },
    },
  });
  return { store: new S3DocumentStore(client, 'documents'), requests };
}

const document = { key: 'invoices/a/b.pdf', body: new Uint8Array([1]), contentType: 'application/pdf' };

test('stores a document on condition that it does not exist', async () => {
  const { store, requests } = answering(200);
  expect(await store.putNew(document)).toBe(true);
  expect(requests[0]?.headers).toMatchObject({ 'if-none-match': '*', 'content-type': 'application/pdf' });
  expect(requests[0]).toMatchObject({ path: '/invoices/a/b.pdf', body: document.body });
});

test('reports an existing document by the answer of S3', async () => {
  expect(await answering(412, 'PreconditionFailed').store.putNew(document)).toBe(false);
});

test.each([
  [409, 'ConditionalRequestConflict'],
  [403, 'AccessDenied'],
  [503, 'SlowDown'],
])('throws the error %i %s, so that the request is retried', async (status, code) => {
  await expect(answering(status, code).store.putNew(document)).rejects.toMatchObject({ name: code });
});
