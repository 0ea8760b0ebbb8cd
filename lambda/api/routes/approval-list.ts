import * as z from 'zod';
import { order } from '../../orders/domain/order.ts';
import { approvalDecision } from './approval-decision.ts';

/** The orders that wait for an operator. */
export const approvalList = z.strictObject({
  approvals: z.array(
    z.strictObject({
      orderId: order.shape.orderId,
      requestedAt: z.iso.datetime().meta({ description: 'Since when the order waits.' }),
      expiresAt: z.iso.datetime().meta({ description: 'Until when it can be decided on.' }),
    }),
  ),
  next: z.string().optional().meta({ description: 'The cursor of the next page; missing on the last one.' }),
});

/** What is answered to a decision that counts. */
export const decidedApproval = z.strictObject({
  orderId: order.shape.orderId,
  decision: approvalDecision.shape.decision,
});
