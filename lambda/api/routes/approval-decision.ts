import * as z from 'zod';

/** What an operator sends to decide on an order. */
export const approvalDecision = z.strictObject({
  /** `APPROVED`: the order is charged and shipped; `DENIED`: it is rejected. */
  decision: z.enum(['APPROVED', 'DENIED']),
});
