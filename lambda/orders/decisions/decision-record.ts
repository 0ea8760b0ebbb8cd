/** The settings of a function that records decisions. */
export const DECISION_SETTINGS = ['DECISIONS_TABLE', 'DECISION_YEARS'] as const;

/** The time-to-live attribute of a recorded decision, in seconds since 1970. */
export const DECISION_EXPIRES_AT = 'expiresAt';

/** A product in a decision; the record holds all of its fields. */
export interface PricedProduct {
  /** In minor units of the currency. */
  readonly unitPrice: number;
  readonly currency: string;
}

/** A decision on the approval of an order, or an approval that was refused to an operator. */
export interface OrderDecision {
  readonly kind: 'ORDER_APPROVED' | 'ORDER_DENIED' | 'APPROVAL_REFUSED';
  readonly orderId: string;
  /** The ARN of the operator. */
  readonly by: string;
  /** In ISO 8601 and UTC. */
  readonly at: string;
  /** The reason of a refusal. */
  readonly reason?: string;
}

/** A change of a product. */
export interface ProductDecision {
  readonly kind: 'PRODUCT_CREATED' | 'PRODUCT_CHANGED' | 'PRODUCT_REMOVED';
  readonly sku: string;
  /** The ARN of the operator. */
  readonly by: string;
  /** In ISO 8601 and UTC. */
  readonly at: string;
  /** The product before the change, unless it was created. */
  readonly before?: PricedProduct;
  /** The product after the change, unless it was removed. */
  readonly after?: PricedProduct;
}

/** A decision of an operator, as it is recorded for good. */
export type DecisionRecord = OrderDecision | ProductDecision;

/** The append-only record of the operators' decisions. */
export interface Decisions {
  /** Records a decision that changes nothing else. */
  record(decision: DecisionRecord): Promise<void>;
  /** Lists the decisions on a product at a time, in ISO 8601 and UTC, and later. */
  onProduct(sku: string, since: string): Promise<ProductDecision[]>;
}

/** Returns true if a decision put a product on sale at another price than before. */
export function changedPrice({ before, after }: ProductDecision): boolean {
  return after !== undefined && (before?.unitPrice !== after.unitPrice || before.currency !== after.currency);
}
