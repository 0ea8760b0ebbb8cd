import * as z from 'zod';
import { publicOrder } from '../../orders/contract/public-order.ts';
import { schema } from '../../platform/schema.ts';
import { approvalDecision } from './approval-decision.ts';

/** A page of orders that wait for approval. */
export const approvalList = /* @__PURE__ */ schema(() =>
  z.strictObject({
    approvals: z.array(
      z.strictObject({
        orderId: publicOrder.shape.orderId,
        requestedAt: z.iso.datetime().meta({ description: 'The time at which the approval was requested.' }),
        expiresAt: z.iso.datetime().meta({ description: 'The time at which the approval request expires.' }),
      }),
    ),
    next: z.string().optional().meta({ description: 'The cursor of the next page; missing on the last page.' }),
  }),
);

/** The response to a recorded decision. */
export const decidedApproval = /* @__PURE__ */ schema(() =>
  z.strictObject({
    orderId: publicOrder.shape.orderId,
    decision: approvalDecision.shape.decision,
  }),
);
