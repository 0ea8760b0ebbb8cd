import type {
  Approval,
  ApprovalDecisions,
  Decision,
  NeverRequested,
} from '../../../lambda/orders/approvals/approvals.ts';
import { InMemoryDecisions } from '../decisions/in-memory-decisions.ts';
import type { InMemoryApprovals } from './in-memory-approvals.ts';

/** Decisions on approvals in memory. */
export class InMemoryApprovalDecisions implements ApprovalDecisions {
  readonly #approvals: InMemoryApprovals;
  readonly #decisions: InMemoryDecisions;

  constructor(approvals: InMemoryApprovals, decisions = new InMemoryDecisions()) {
    this.#approvals = approvals;
    this.#decisions = decisions;
  }

  async decide(
    orderId: string,
    decision: Decision,
    by: string,
    at: string,
  ): Promise<Approval | NeverRequested | undefined> {
    const before = this.#approvals.peek(orderId);
    const after = this.#approvals.ended(orderId, decision, by, at);
    if (after?.end && !before?.end) {
      const kind = decision === 'APPROVED' ? 'ORDER_APPROVED' : 'ORDER_DENIED';
      await this.#decisions.record({ kind, orderId, by, at });
    }
    return after;
  }
}
