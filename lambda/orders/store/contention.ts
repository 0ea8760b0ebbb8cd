import { setTimeout } from 'node:timers/promises';
import type { TransactionCanceledException } from '@aws-sdk/client-dynamodb';

/** The cause for which DynamoDB cancelled a change of an order and its stock. */
export type Cancellation = 'ORDER_CHANGED' | 'CONTENTION' | 'THROTTLED' | 'STOCK' | 'OTHER';

const THROTTLED = ['ThrottlingError', 'ProvisionedThroughputExceeded'];

/**
 * Classifies the reasons of a cancellation: the first is of the order, the others are of its articles.
 *
 * The SDK retries none of them. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
export function cancellationOf({ CancellationReasons = [] }: TransactionCanceledException): Cancellation {
  const codes = CancellationReasons.map(({ Code = '' }) => Code);
  if (codes[0] === 'ConditionalCheckFailed') return 'ORDER_CHANGED';
  if (codes.includes('TransactionConflict')) return 'CONTENTION';
  if (codes.some((code) => THROTTLED.includes(code))) return 'THROTTLED';
  return codes.includes('ConditionalCheckFailed') ? 'STOCK' : 'OTHER';
}

/** Waits for a random time up to a limit: writers that met once do not meet again. */
export function waitUpTo(milliseconds: number): Promise<unknown> {
  return setTimeout(Math.random() * milliseconds);
}
