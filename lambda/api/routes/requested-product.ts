import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { SKU } from '../../orders/domain/order.ts';
import type { Product } from '../../orders/products/product.ts';
import { json } from '../http/json-answer.ts';
import { problem } from '../http/problem.ts';
import type { Read } from '../http/read-request.ts';
import { repeated } from '../http/request-problems.ts';

/**
 * Lets a browser cache a product, for less time than the stage's cache. The price in a cache is never charged: an order
 * is priced from the table. Shared caches are excluded, since they ignore API keys.
 */
export const PRODUCT_CACHING = { 'cache-control': 'private, max-age=60' } as const;

/** Reads the SKU in the path of a request; a malformed SKU is answered as a product that does not exist. */
export function readSku(event: APIGatewayProxyEvent): Read<string> {
  const requested = event.pathParameters?.sku ?? '';
  return SKU.test(requested) ? { value: requested } : { refusal: noSuchProduct(repeated(requested)) };
}

/** The response for a product that does not exist. */
export function noSuchProduct(article: string): APIGatewayProxyResult {
  return problem(404, `There is no product ${article}.`);
}

/** A response with a product, and its version as the ETag. */
export function answerProduct(
  status: 200 | 201,
  product: Product,
  headers: Record<string, string> = {},
): APIGatewayProxyResult {
  return json(status, product, { etag: etagOf(product.version), ...headers });
}

/** The ETag of a version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}
