import type { Refusal } from '../domain/refusal.ts';
import { type AnswerTaskPorts, answerTask } from './answer-task.ts';
import type { ApprovalDecisions, Decision } from './approvals.ts';

/** Ports of deciding an approval. */
export interface DecideApprovalPorts extends AnswerTaskPorts {
  readonly approvalDecisions: ApprovalDecisions;
  readonly now: () => Date;
}

/**
 * Records an operator's decision once and sends it to the workflow.
 *
 * If the answer to the workflow was lost, the same decision again is sent again: only then is its task token forgotten.
 */
export async function decideApproval(
  ports: DecideApprovalPorts,
  orderId: string,
  decision: Decision,
  by: string,
): Promise<{ readonly kind: 'DECIDED' } | Refusal> {
  const approval = await ports.approvalDecisions.decide(orderId, decision, by, ports.now().toISOString());
  if (!approval?.requestedAt) return { kind: 'NOT_FOUND' };
  if (approval.end !== decision) {
    const ended = approval.end ?? `EXPIRED (at ${approval.expiresAt})`;
    return { kind: 'REFUSED', reason: `The approval of order ${orderId} has ended: ${ended}.` };
  }
  await answerTask(ports, approval, { decision });
  return { kind: 'DECIDED' };
}
