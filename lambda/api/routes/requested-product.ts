import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { SKU } from '../../orders/domain/order.ts';
import type { Product } from '../../orders/products/product.ts';
import { problem } from '../http/problem.ts';
import type { Read } from '../http/read-request.ts';
import { repeated } from '../http/request-problems.ts';
import { json } from '../http/route.ts';

/**
 * For how long a shop may show a product without asking again: less than the gateway's cache keeps it. Nobody pays by
 * it: an order is priced anew. Shared caches stay out, since they know nothing of API keys.
 */
export const PRODUCT_CACHING = { 'cache-control': 'private, max-age=60' } as const;

/** The article in a request's path; what is no article's name is a product nobody sells. */
export function readSku(event: APIGatewayProxyEvent): Read<string> {
  const requested = event.pathParameters?.sku ?? '';
  return SKU.test(requested) ? { value: requested } : { refusal: noSuchProduct(repeated(requested)) };
}

/** The answer to whoever asks for a product that is not sold. */
export function noSuchProduct(article: string): APIGatewayProxyResult {
  return problem(404, `There is no product ${article}.`);
}

/** A product with its version as the ETag, which a change of it must name. */
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
