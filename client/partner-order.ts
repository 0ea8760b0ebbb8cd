import { randomUUID } from 'node:crypto';
import type { ApiClient } from './api-client.ts';
import { withApiKey, withToken } from './credentials.ts';
import { type AcceptedOrder, placePartnerOrder } from './order-api.ts';
import type { DemoPartner } from './partner.ts';
import { accepted } from './shop.ts';
import { PATIENCE, until } from './until.ts';

/** Places an order as the demo's partner, as soon as the authorizer has loaded its key. */
export async function placeAsPartner(api: ApiClient, apiKey: string, { tokens }: DemoPartner): Promise<AcceptedOrder> {
  // A new token for each request: the authorizer caches a refusal by token.
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
