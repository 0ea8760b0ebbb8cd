import type { Approvals } from '../../orders/approvals/approvals.ts';
import { entry } from '../../platform/settings.ts';
import { json } from '../http/json-answer.ts';
import { cursorOf, readPage } from '../http/read-page.ts';
import { ORDER_ID } from '../http/request-parameters.ts';
import type { Route } from '../http/route.ts';

/** The function that answers this operation. */
export const listApprovalsEntry = entry('api/list-approvals', ['ALLOWED_ORIGIN', 'APPROVALS_TABLE']);

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
