import * as z from 'zod';

/** The decision of an operator on an order. */
export const approvalDecision = z.strictObject({
  /** `APPROVED`: the order is charged and shipped; `DENIED`: it is rejected. */
  decision: z.enum(['APPROVED', 'DENIED']),
});
