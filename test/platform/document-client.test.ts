import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../lambda/platform/document-client.ts';
import { type HttpRequest, response, textOf } from '../aws/http.ts';

test('undefined fields are omitted, also inside of others', async () => {
  const bodies: unknown[] = [];
  const client = new DynamoDBClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: {
      handle: async (request: HttpRequest) => {
        bodies.push(JSON.parse(textOf(request)));
        return { response: response(200, 'application/x-amz-json-1.0', '{}') };
      },
    },
  });
  await documentClient(client).send(
    new PutCommand({ TableName: 'orders', Item: { note: undefined, lines: [{ sku: 'CUP', note: undefined }] } }),
  );
  expect(bodies).toEqual([{ TableName: 'orders', Item: { lines: { L: [{ M: { sku: { S: 'CUP' } } }] } } }]);
});
