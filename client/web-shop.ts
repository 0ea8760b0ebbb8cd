import { randomUUID } from 'node:crypto';
import type { ApiClient } from './api-client.ts';
import { getProduct, type Product, putEvents } from './order-api.ts';
import { unexpected } from './shop.ts';

/** Reads a product as a web shop and reports the view as a shop event. */
export async function viewProduct(webShop: ApiClient, sku: string): Promise<{ product: Product; eventId: string }> {
  const { status, data: product } = await getProduct(sku, webShop.opts);
  if (status !== 200) throw unexpected('getProduct', status, 200, product);

  const eventId = randomUUID();
  const event = {
    eventId,
    type: 'PRODUCT_VIEWED',
    sessionId: randomUUID(),
    occurredAt: new Date().toISOString(),
    sku,
    page: `/products/${sku}`,
  } as const;
  const answer = await putEvents({ events: [event] }, webShop.opts);
  if (answer.status !== 202) throw unexpected('putEvents', answer.status, 202, answer.data);
  return { product, eventId };
}
