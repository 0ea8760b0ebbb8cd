import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { bareItem } from './bare-item.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient());

/** Puts an item and does nothing else: the minimum of any function that accepts an order. */
export const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const item = bareItem(event.requestContext.authorizer?.claims.sub, event.body ?? '');
  await client.send(new PutCommand({ TableName: process.env.BARE_TABLE, Item: item }));
  return {
    statusCode: 202,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ orderId: item.orderId, status: item.status }),
  };
};
