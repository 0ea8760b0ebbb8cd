import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { Conflict, Refusal } from '../../orders/domain/refusal.ts';
import { problem } from '../http/problem.ts';
import type { Read } from '../http/read-request.ts';
import { ORDER_ID } from '../http/request-parameters.ts';
import { repeated } from '../http/request-problems.ts';

/** Reads the order id in the path of a request; a malformed id is answered as an order that does not exist. */
export function readOrderId(event: APIGatewayProxyEvent, notFound = noSuchOrder): Read<string> {
  const orderId = event.pathParameters?.orderId ?? '';
  return ORDER_ID.test(orderId) ? { value: orderId } : { refusal: notFound(repeated(orderId)) };
}

/** The response for an order that does not exist or belongs to another customer: the same, so that it reveals neither. */
export function noSuchOrder(orderId: string): APIGatewayProxyResult {
  return problem(404, `You have no order ${orderId}.`);
}

/** The seconds after which a request that other writers prevented can be sent again. */
const RETRY_AFTER = '1';

/** The response to a request that was refused; it has a Retry-After header if the same request can succeed later. */
export function requestRefused(orderId: string, refusal: Refusal | Conflict): APIGatewayProxyResult {
  if (refusal.kind === 'NOT_FOUND') return noSuchOrder(orderId);
  const response = problem(409, refusal.reason);
  if (refusal.kind === 'REFUSED') return response;
  return { ...response, headers: { ...response.headers, 'retry-after': RETRY_AFTER } };
}
