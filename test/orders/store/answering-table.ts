import { Readable } from 'node:stream';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

/** A table whose service answers every request with one item, and keeps the requests. */
export function answeringTable(item: Record<string, unknown>) {
  const requests: Record<string, unknown>[] = [];
  const stored = marshall(item);
  const client = new DynamoDBClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: {
      handle: async ({ body }: { body: Uint8Array }) => {
        const request = JSON.parse(new TextDecoder().decode(body));
        requests.push(request);
        const Responses = Object.fromEntries(Object.keys(request.RequestItems ?? {}).map((table) => [table, [stored]]));
        const answer = JSON.stringify({ Item: stored, Items: [stored], Attributes: stored, Responses });
        const headers = { 'content-type': 'application/x-amz-json-1.0' };
        return { response: { statusCode: 200, headers, body: Readable.from([Buffer.from(answer)]) } };
      },
    },
  });
  return { client: DynamoDBDocumentClient.from(client), requests };
}
