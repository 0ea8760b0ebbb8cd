import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Order } from '../../../lambda/orders/domain/order.ts';
import { setAsideText } from '../../../lambda/orders/set-aside/set-aside-change.ts';
import type { SetAsideChanges } from '../../../ops/redrive/set-aside-changes.ts';

type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

/** The objects of a bucket in memory. */
export class InMemorySetAside implements SetAsideChanges {
  readonly texts = new Map<string, string>();

  async *objects(prefix: string): AsyncIterable<{ key: string; text: string }> {
    for (const [key, text] of this.texts) if (key.startsWith(prefix)) yield { key, text };
  }

  async remove(key: string): Promise<void> {
    this.texts.delete(key);
  }
}

/** The stream record of a change of an order. */
export function changeOf(after: Order, before?: Order): DynamoDBRecord {
  return {
    dynamodb: {
      Keys: { orderId: { S: after.orderId } },
      SequenceNumber: String(after.version),
      NewImage: marshall(after) as Image,
      ...(before && { OldImage: marshall(before) as Image }),
    },
  };
}

/** The text of an object with a change that was set aside. */
export function textOf(record: DynamoDBRecord): string {
  return setAsideText(record, new Error('unreadable'));
}
