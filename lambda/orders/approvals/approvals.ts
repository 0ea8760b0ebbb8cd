import type { Page } from '../../platform/page.ts';

/** A decision of an operator. */
export type Decision = 'APPROVED' | 'DENIED';

/** The end of an approval that nobody decided: its expiry, or the cancellation of the order. */
export type Undecided = 'EXPIRED' | 'CANCELLED';

/** The end of an approval. */
export type ApprovalEnd = Decision | Undecided;

/** A request for an operator's approval; times are in ISO 8601 and UTC, so that they sort as strings. */
export interface Approval {
  readonly orderId: string;
  /** The task token of the workflow that waits; forgotten once the workflow was answered. */
  readonly token?: string;
  /** The number of the attempt to request it: a token replaces those of earlier attempts. */
  readonly attempt: number;
  readonly requestedAt: string;
  readonly expiresAt: string;
  readonly end?: ApprovalEnd;
  /** The user, or the actor, that ended it. */
  readonly decidedBy?: string;
}

/** The end of an approval that was not requested before its order ended: a request that arrives later finds it. */
export interface NeverRequested {
  readonly orderId: string;
  readonly end: ApprovalEnd;
  readonly decidedBy: string;
  readonly token?: never;
  readonly requestedAt?: never;
}

/** The time-to-live attribute of an approval that has ended, in seconds since 1970. */
export const FORGOTTEN_AT = 'forgottenAt';

/** The approvals, stored apart from the orders: a task token must not appear on a stream. */
export interface Approvals {
  /** Opens an approval or renews its token, unless it has ended or a later attempt renewed it; returns what is stored. */
  open(request: Approval & { readonly token: string }): Promise<Approval | NeverRequested>;
  /** Finds the approval of an order, as of its last change. */
  find(orderId: string): Promise<Approval | NeverRequested | undefined>;
  /**
   * Ends an approval without a decision, unless it has ended.
   *
   * Returns the stored approval; undefined if the order has none.
   */
  end(orderId: string, end: Undecided, by: string): Promise<Approval | NeverRequested | undefined>;
  /** Removes this task token of an approval. */
  forgetToken(orderId: string, token: string): Promise<void>;
  /** Lists approvals that wait for an operator and have not expired by `now`; with `after`, those after that order. */
  pending(now: string, limit: number, after?: string): Promise<Page<Approval>>;
}

/** The decisions of operators on approvals. */
export interface ApprovalDecisions {
  /**
   * Ends an approval by a decision at a time, and records the decision with it, unless the approval has ended, has
   * expired by then or was not requested.
   *
   * Returns the stored approval; undefined if the order has none. `by` is the ARN of the operator.
   */
  decide(orderId: string, decision: Decision, by: string, at: string): Promise<Approval | NeverRequested | undefined>;
}

/** The task tokens of workflows that wait. */
export interface TaskTokens {
  /** Sends the output to the workflow, if it still waits. */
  succeed(token: string, output: object): Promise<void>;
}

/** Notifies the operators of orders that wait for an approval. */
export interface Operators {
  /** Sends one message for each call; `expiresAt` is in ISO 8601 and UTC. */
  notify(orderId: string, expiresAt: string): Promise<void>;
}
