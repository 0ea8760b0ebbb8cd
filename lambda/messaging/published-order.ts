import type { DynamoDBRecord } from 'aws-lambda';
import { publicStatusOf } from '../orders/contract/public-status.ts';
import type { StoredOrder } from '../orders/domain/order.ts';
import { orderImage, statusBefore } from '../orders/store/order-image.ts';

/**
 * Returns the order of a record of the table's stream if it causes an event: the order is new, or its public status
 * changed.
 *
 * Returns undefined for any other change, such as that of an internal status or the erasure of a customer.
 *
 * @throws PoisonError for a record that holds no order
 */
export function publishedOrder(record: DynamoDBRecord): StoredOrder | undefined {
  const order = orderImage(record);
  const before = statusBefore(record);
  const isPublished = before === undefined || publicStatusOf(before) !== publicStatusOf(order.status);
  return isPublished ? order : undefined;
}
