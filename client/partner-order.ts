import { randomUUID } from 'node:crypto';
import type { ApiClient } from './api-client.ts';
import { withApiKey, withToken } from './credentials.ts';
import { type AcceptedOrder, placePartnerOrder } from './order-api.ts';
import type { DemoPartner } from './partner.ts';
import { accepted } from './shop.ts';
import { PATIENCE, until } from './until.ts';

/** Places an order as the demo's partner, once the authorizer has seen its key. */
export async function placeAsPartner(api: ApiClient, apiKey: string, { tokens }: DemoPartner): Promise<AcceptedOrder> {
  // A token anew for each request: the answer to one that came too early is kept.
  const partner = api.as(
    withApiKey(
      apiKey,
      withToken(() => tokens.sign()),
    ),
  );
  const idempotencyKey = randomUUID();
  const request = { lines: [{ sku: 'ESPRESSO-CUP', quantity: 12 }], paymentToken: 'tok_visa' };
  return until("the partner's order", PATIENCE, async () => {
    const answer = await placePartnerOrder(idempotencyKey, request, partner.opts);
    return answer.status === 401 ? undefined : accepted('placePartnerOrder', answer);
  });
}
