import * as z from 'zod';
import { schema } from '../../platform/schema.ts';
import type { OrderReason } from '../domain/order-reason.ts';
import { describedValues } from './described-values.ts';

/** The reasons that customers and subscribers see, each with what it means to them. */
const MEANINGS = {
  OUT_OF_STOCK: 'there is too little stock of an article',
  NOT_ACCEPTED: 'the shop does not accept the order',
  APPROVAL_DENIED: 'the shop did not approve the order',
  APPROVAL_EXPIRED: 'the shop did not approve the order in time',
  PAYMENT_DECLINED: 'the payment provider declined the payment',
  SHIPMENT_FAILED: 'a parcel could not be created',
  CANCELLED_BY_CUSTOMER: 'the customer cancelled the order',
  INTERNAL_ERROR: 'an internal error',
} as const;

/** A reason that customers and subscribers see. */
export type PublicReason = keyof typeof MEANINGS;

/** Schema of a public reason. */
export const publicReason = /* @__PURE__ */ schema(() =>
  z.enum(Object.keys(MEANINGS) as PublicReason[]).meta({
    description: describedValues(
      'The reason why the order was rejected, cancelled, failed or needs attention.',
      MEANINGS,
    ),
    examples: ['OUT_OF_STOCK'],
  }),
);

/** The public reason of each internal one; a new internal reason does not compile until it has one. */
const PUBLIC: Record<OrderReason, PublicReason> = {
  OUT_OF_STOCK: 'OUT_OF_STOCK',
  // Reveals nothing of the fraud screening.
  SUSPECTED_FRAUD: 'NOT_ACCEPTED',
  APPROVAL_DENIED: 'APPROVAL_DENIED',
  APPROVAL_EXPIRED: 'APPROVAL_EXPIRED',
  DECLINED: 'PAYMENT_DECLINED',
  SHIPMENT_FAILED: 'SHIPMENT_FAILED',
  CANCELLED_BY_CUSTOMER: 'CANCELLED_BY_CUSTOMER',
};

/** Maps the reason of a stored order to the public one; the names of errors are internal. */
export function publicReasonOf(reason: string): PublicReason {
  return Object.hasOwn(PUBLIC, reason) ? PUBLIC[reason as OrderReason] : 'INTERNAL_ERROR';
}
