import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { HttpRequest } from '../http.ts';
import { jsonAnswer, jsonRequest } from '../json-protocol.ts';
import { DynamoDb } from './dynamodb.ts';
import type { TableSchema } from './table.ts';

/** A client of tables in memory. Their reads are consistent or not: `requests` tells which were asked to be. */
export function documentClientOf(tables: Readonly<Record<string, TableSchema>>) {
  const dynamo = new DynamoDb(tables);
  const requests: { readonly operation: string; readonly input: Record<string, unknown> }[] = [];
  const client = new DynamoDBClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: {
      handle: async (request: HttpRequest) => {
        const { operation, input } = jsonRequest(request);
        requests.push({ operation, input: input as Record<string, unknown> });
        return { response: await jsonAnswer(() => dynamo.answer(operation, input)) };
      },
    },
  });
  return { client: DynamoDBDocumentClient.from(client), requests };
}
