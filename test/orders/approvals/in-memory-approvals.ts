import type {
  Approval,
  ApprovalEnd,
  Approvals,
  NeverRequested,
  Undecided,
} from '../../../lambda/orders/approvals/approvals.ts';
import { type Page, pageOf } from '../../../lambda/platform/page.ts';

/** Approvals in memory. */
export class InMemoryApprovals implements Approvals {
  readonly #approvals = new Map<string, Approval | NeverRequested>();

  async open(request: Approval): Promise<Approval | NeverRequested> {
    const before = this.#approvals.get(request.orderId);
    if (before && (before.end || before.attempt > request.attempt)) return before;
    const opened = { ...request, requestedAt: before?.requestedAt ?? request.requestedAt };
    this.#approvals.set(request.orderId, opened);
    return opened;
  }

  async find(orderId: string): Promise<Approval | NeverRequested | undefined> {
    return this.peek(orderId);
  }

  /** Finds an approval at once. */
  peek(orderId: string): Approval | NeverRequested | undefined {
    return this.#approvals.get(orderId);
  }

  async end(orderId: string, end: Undecided, by: string): Promise<Approval | NeverRequested | undefined> {
    return this.ended(orderId, end, by);
  }

  async forgetToken(orderId: string, token: string): Promise<void> {
    const { token: stored, ...approval } = this.#approvals.get(orderId) ?? {};
    if (stored === token) this.#approvals.set(orderId, approval as Approval);
  }

  /** Ends an approval unless it has ended; with `now`, only if it was requested and has not expired by then. */
  ended(orderId: string, end: ApprovalEnd, by: string, now?: string): Approval | NeverRequested | undefined {
    const before = this.#approvals.get(orderId);
    if (before?.end || (now && !(before?.expiresAt && before.expiresAt > now))) return before;
    const ended: Approval | NeverRequested = { ...(before ?? { orderId }), end, decidedBy: by };
    this.#approvals.set(orderId, ended);
    return ended;
  }

  async pending(now: string, limit: number, after = ''): Promise<Page<Approval>> {
    const pending = [...this.#approvals.values()]
      .filter((each): each is Approval => !each.end && each.expiresAt > now && each.orderId > after)
      .sort((left, right) => (left.orderId < right.orderId ? -1 : 1));
    return pageOf(pending, limit, ({ orderId }) => orderId);
  }

  snapshot(): ReadonlyMap<string, Approval | NeverRequested> {
    return new Map(this.#approvals);
  }

  /** Returns to the approvals of an earlier moment. */
  restore(approvals: ReadonlyMap<string, Approval | NeverRequested>): void {
    this.#approvals.clear();
    for (const [orderId, approval] of approvals) this.#approvals.set(orderId, approval);
  }
}
