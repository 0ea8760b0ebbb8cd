import type { Approval, ApprovalEnd, Approvals } from '../../../lambda/orders/approvals/approvals.ts';
import { type Page, pageOf } from '../../../lambda/platform/page.ts';

/** Approvals in memory. */
export class InMemoryApprovals implements Approvals {
  readonly #approvals = new Map<string, Approval>();

  async open(request: Approval): Promise<Approval> {
    const before = this.#approvals.get(request.orderId);
    if (before && (before.end || before.expiresAt > request.expiresAt)) return before;
    const opened = { ...request, requestedAt: before?.requestedAt ?? request.requestedAt };
    this.#approvals.set(request.orderId, opened);
    return opened;
  }

  async find(orderId: string): Promise<Approval | undefined> {
    return this.#approvals.get(orderId);
  }

  async end(orderId: string, end: ApprovalEnd, by: string, now?: string): Promise<Approval | undefined> {
    const before = this.#approvals.get(orderId);
    if (!before || before.end || (now && before.expiresAt <= now)) return before;
    const ended = { ...before, end, decidedBy: by };
    this.#approvals.set(orderId, ended);
    return ended;
  }

  async pending(now: string, limit: number, after = ''): Promise<Page<Approval>> {
    const pending = [...this.#approvals.values()]
      .filter(({ orderId, end, expiresAt }) => !end && expiresAt > now && orderId > after)
      .sort((left, right) => (left.orderId < right.orderId ? -1 : 1));
    return pageOf(pending, limit, ({ orderId }) => orderId);
  }

  snapshot(): ReadonlyMap<string, Approval> {
    return new Map(this.#approvals);
  }

  /** Returns to the approvals of an earlier moment. */
  restore(approvals: ReadonlyMap<string, Approval>): void {
    this.#approvals.clear();
    for (const [orderId, approval] of approvals) this.#approvals.set(orderId, approval);
  }
}
