import type { DynamoDBRecord } from 'aws-lambda';
import type { Order } from '../domain/order.ts';
import { orderImage } from './order-image.ts';

/**
 * The order after the change that a record of the table's stream tells of; undefined where its version is the same as
 * before: who rewrites an item, as erasing a customer does, changes no order.
 *
 * @throws ZodError for a record that holds no order
 */
export function newVersion(record: DynamoDBRecord): Order | undefined {
  const { OldImage, NewImage } = record.dynamodb ?? {};
  const rewritten = OldImage?.version?.N !== undefined && OldImage.version.N === NewImage?.version?.N;
  return rewritten ? undefined : orderImage(record);
}
