import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { PoisonError } from '../../platform/poison-error.ts';
import type { StoredOrder } from '../domain/order.ts';
import { orderOfItem } from './order-item.ts';

/**
 * Reads the order from a record of the table's stream, as it is after the change.
 *
 * @throws PoisonError for a record that holds no order
 */
export function orderImage(record: DynamoDBRecord): StoredOrder {
  try {
    // The event's type and the SDK's differ in name only.
    return orderOfItem(unmarshall((record.dynamodb?.NewImage ?? {}) as Parameters<typeof unmarshall>[0]));
  } catch (cause) {
    throw new PoisonError((cause as Error).message, { cause });
  }
}

/** Reads the status that an order had before the change of a stream record; undefined for a new order. */
export function statusBefore(record: DynamoDBRecord): string | undefined {
  return record.dynamodb?.OldImage?.status?.S;
}
