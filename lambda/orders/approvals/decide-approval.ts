import type { Refusal } from '../domain/refusal.ts';
import type { Approvals, Decision, TaskTokens } from './approvals.ts';

/** Ports of deciding an approval. */
export interface DecideApprovalPorts {
  readonly approvals: Approvals;
  readonly tokens: TaskTokens;
  readonly now: () => Date;
}

/** Records an operator's decision once and sends it to the workflow; the same decision again is sent again. */
export async function decideApproval(
  ports: DecideApprovalPorts,
  orderId: string,
  decision: Decision,
  by: string,
): Promise<{ readonly kind: 'DECIDED' } | Refusal> {
  const approval = await ports.approvals.end(orderId, decision, by, ports.now().toISOString());
  if (!approval?.token) return { kind: 'NOT_FOUND' };
  if (approval.end !== decision) {
    const ended = approval.end ?? `EXPIRED (at ${approval.expiresAt})`;
    return { kind: 'REFUSED', reason: `The approval of order ${orderId} has ended: ${ended}.` };
  }
  await ports.tokens.succeed(approval.token, { decision });
  return { kind: 'DECIDED' };
}
