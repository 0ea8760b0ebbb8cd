import type { APIGatewayProxyResult } from 'aws-lambda';
import { problem } from '../http/problem.ts';
import { noSuchOrder } from './requested-order.ts';

/** Why nothing came of what a customer asked of an order. */
export type Refusal = { readonly kind: 'NOT_FOUND' } | { readonly kind: 'REFUSED'; readonly reason: string };

/** The answer to a customer who asked of an order what cannot be. */
export function requestRefused(orderId: string, refusal: Refusal): APIGatewayProxyResult {
  return refusal.kind === 'NOT_FOUND' ? noSuchOrder(orderId) : problem(409, refusal.reason);
}
