import type { Approvals } from '../../orders/approvals/approvals.ts';
import { cursorOf, readPage } from '../http/read-page.ts';
import { ORDER_ID } from '../http/request-parameters.ts';
import { json, type Route } from '../http/route.ts';

/** Lists the orders that wait for approval. */
export function listApprovalsRoute(approvals: Pick<Approvals, 'pending'>, now: () => Date): Route {
  return async (event) => {
    const page = readPage(event, ORDER_ID);
    if ('refusal' in page) return page.refusal;
    const { limit, after } = page.value;
    const { items, next } = await approvals.pending(now().toISOString(), limit, after);
    // Without the task token: with it anyone could decide in place of an operator.
    const shown = items.map(({ orderId, requestedAt, expiresAt }) => ({ orderId, requestedAt, expiresAt }));
    return json(200, { approvals: shown, ...cursorOf(next) });
  };
}
