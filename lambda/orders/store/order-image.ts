import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Order } from '../domain/order.ts';
import { orderOfItem } from './order-item.ts';

/**
 * The order as a record of the table's stream shows it after its change.
 *
 * @throws ZodError for a record that holds no order
 */
export function orderImage(record: DynamoDBRecord): Order {
  // The event's type and the SDK's differ in name only.
  return orderOfItem(unmarshall((record.dynamodb?.NewImage ?? {}) as Parameters<typeof unmarshall>[0]));
}
