import type { Page } from '../../platform/page.ts';

/** What an operator may decide. */
export type Decision = 'APPROVED' | 'DENIED';

/** How an approval ended: decided, too late for it, or overtaken by a cancellation. */
export type ApprovalEnd = Decision | 'EXPIRED' | 'CANCELLED';

/** A request for an operator's approval. */
export interface Approval {
  readonly orderId: string;
  /** What the waiting workflow is answered with. */
  readonly token: string;
  readonly requestedAt: string;
  readonly expiresAt: string;
  readonly end?: ApprovalEnd;
  /** Who decided. */
  readonly decidedBy?: string;
}

/** The attribute that says when an approval which has ended may be forgotten, in seconds since 1970. */
export const FORGOTTEN_AT = 'forgottenAt';

/** Where approvals are kept, apart from the orders: a token must not appear on a stream. */
export interface Approvals {
  /** Asks for an approval, or renews its token; one that has ended, or was renewed later, stays. Answers with what is kept. */
  open(request: Approval): Promise<Approval>;
  find(orderId: string): Promise<Approval | undefined>;
  /** Ends an approval unless it has ended, or has expired by `now`; answers with what is kept. */
  end(orderId: string, end: ApprovalEnd, by: string, now?: string): Promise<Approval | undefined>;
  /** Some of the approvals that wait for an operator and have not expired by `now`; with `after`, those behind that order. */
  pending(now: string, limit: number, after?: string): Promise<Page<Approval>>;
}

/** Answers a workflow that waits. */
export interface TaskTokens {
  /** Answers, if the workflow still waits for it. */
  succeed(token: string, output: object): Promise<void>;
}

/** Tells the operators that an order waits for them. */
export interface Operators {
  notify(orderId: string, expiresAt: string): Promise<void>;
}
