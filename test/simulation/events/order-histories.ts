import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { publicStatusOf } from '../../../lambda/orders/contract/public-status.ts';
import { ORDER_STATUSES, type Order } from '../../../lambda/orders/domain/order.ts';
import { changed } from '../../../lambda/orders/domain/order-change.ts';
import { anOrder } from '../../orders/an-order.ts';
import type { SeededRandom } from '../random.ts';

/** The longest time between two changes of an order. */
const MAX_PAUSE = 60_000;

/** A change of an order, with its record on the stream of the table. */
export interface Change {
  readonly at: number;
  readonly order: Order;
  /** True if the change has an event. */
  readonly isPublic: boolean;
  readonly record: DynamoDBRecord;
}

/** Returns the changes of some orders on random ways through their statuses, by time. */
export function orderHistories(random: SeededRandom, orders: number): Change[] {
  const changes = Array.from({ length: orders }, (_, index) => historyOf(random, `order-${index}`)).flat();
  return changes.sort((one, other) => one.at - other.at).map(numbered);
}

function historyOf(random: SeededRandom, orderId: string): Change[] {
  const changes: Change[] = [];
  let before: Order | undefined;
  let at = 0;
  for (let order: Order | undefined = anOrder({ orderId }); order; order = nextOf(random, order, at)) {
    at += random.below(MAX_PAUSE);
    const isPublic = !before || publicStatusOf(before.status) !== publicStatusOf(order.status);
    const images = { NewImage: imageOf(order), ...(before && { OldImage: imageOf(before) }) };
    changes.push({ at, order, isPublic, record: { dynamodb: { Keys: { orderId: { S: orderId } }, ...images } } });
    before = order;
  }
  return changes;
}

/** Returns the order after one of its possible changes; nothing if it has none, or stays as it is. */
function nextOf(random: SeededRandom, order: Order, at: number): Order | undefined {
  if (random.next() < 0.05) return undefined;
  for (const to of random.shuffled(ORDER_STATUSES)) {
    try {
      return changed(order, { to }, new Date(at));
    } catch {
      // Another status follows.
    }
  }
  return undefined;
}

function imageOf(order: Order) {
  return marshall(order) as NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;
}

function numbered(change: Change, index: number): Change {
  const { record } = change;
  return { ...change, record: { dynamodb: { ...record.dynamodb, SequenceNumber: String(index).padStart(6, '0') } } };
}
