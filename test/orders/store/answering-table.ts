import { Readable } from 'node:stream';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

type Body = Record<string, unknown>;

/** A client of DynamoDB with a simulated service, and the requests that it received; a body with `__type` is an error. */
export function answeringClient(answer: (request: Body) => Body) {
  const requests: Body[] = [];
  const client = new DynamoDBClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: {
      handle: async ({ body }: { body: Uint8Array }) => {
        const request = JSON.parse(new TextDecoder().decode(body));
        requests.push(request);
        const answered = answer(request);
        const headers = { 'content-type': 'application/x-amz-json-1.0' };
        const statusCode = '__type' in answered ? 400 : 200;
        return { response: { statusCode, headers, body: Readable.from([Buffer.from(JSON.stringify(answered))]) } };
      },
    },
  });
  return { client: DynamoDBDocumentClient.from(client), requests };
}

/** A table whose service answers every request with one item, and keeps the requests. */
export function answeringTable(item: Record<string, unknown>) {
  const stored = marshall(item);
  return answeringClient(({ RequestItems }) => {
    const Responses = Object.fromEntries(Object.keys(RequestItems ?? {}).map((table) => [table, [stored]]));
    return { Item: stored, Items: [stored], Attributes: stored, Responses };
  });
}
