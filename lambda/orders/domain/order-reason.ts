/** The reasons for which an order is rejected: each is an expected outcome. */
export const REJECTIONS = [
  'OUT_OF_STOCK',
  'SUSPECTED_FRAUD',
  'APPROVAL_DENIED',
  'APPROVAL_EXPIRED',
  'DECLINED',
  'SHIPMENT_FAILED',
] as const;

/** A reason that the domain has a name for; an order that failed has the name of an error instead. */
export type OrderReason = (typeof REJECTIONS)[number] | 'CANCELLED_BY_CUSTOMER';
