/** What partners may be entitled to: the API's methods and paths, as they stand in the ARN of a method, by operation. */
export const PARTNER_OPERATIONS = {
  placePartnerOrder: 'POST/partner/orders',
} as const;

/** The id of an operation that partners may be entitled to. */
export type PartnerOperation = keyof typeof PARTNER_OPERATIONS;

/** Whether there is such an operation: an entitlement to another one is worth nothing. */
export function isPartnerOperation(id: string): id is PartnerOperation {
  return Object.hasOwn(PARTNER_OPERATIONS, id);
}
