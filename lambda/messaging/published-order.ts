import type { DynamoDBRecord } from 'aws-lambda';
import { publicStatusOf } from '../orders/contract/public-status.ts';
import type { StoredOrder } from '../orders/domain/order.ts';
import { orderImage, statusBefore } from '../orders/store/order-image.ts';

/**
 * Reads the order that a record of the table's stream makes an event of: a new order, or one whose public status changed.
 *
 * Returns undefined for a change that does not show, such as an internal status or the erasure of a customer.
 *
 * @throws ZodError for a record that holds no order
 */
export function publishedOrder(record: DynamoDBRecord): StoredOrder | undefined {
  const order = orderImage(record);
  const before = statusBefore(record);
  const shows = before === undefined || publicStatusOf(before) !== publicStatusOf(order.status);
  return shows ? order : undefined;
}
