import * as z from 'zod';
import { schema } from '../../platform/schema.ts';
import { isKnownStatus, type OrderStatus } from '../domain/order.ts';
import { describedValues } from './described-values.ts';

/** The statuses that customers and subscribers see, each with what it means to them. */
const MEANINGS = {
  PLACED: 'accepted, not charged yet; it can be cancelled',
  CHARGED: 'paid, not shipped yet; it can be cancelled',
  SHIPPING: 'its parcels are being created; it can no longer be cancelled',
  SHIPPED: 'all its parcels are dispatched; a refund can be requested',
  REJECTED: 'not accepted, for the given reason; nothing is charged',
  CANCELLING: 'its cancellation was accepted and is in progress',
  CANCELLED: 'cancelled; nothing is charged',
  FAILED: 'ended by an internal error; nothing is charged',
  REFUND_REQUESTED: 'its refund was accepted and is in progress',
  REFUNDED: 'its payment was refunded',
  NEEDS_ATTENTION: 'the shop must resolve it manually; contact the shop',
} as const;

/** A status that customers and subscribers see. */
export type PublicOrderStatus = keyof typeof MEANINGS;

/** Every status that customers and subscribers see. */
export const PUBLIC_STATUSES = Object.keys(MEANINGS) as PublicOrderStatus[];

/** Schema of a public status. */
export const publicStatus = /* @__PURE__ */ schema(() =>
  z.enum(PUBLIC_STATUSES).meta({ description: describedValues('The status of the order.', MEANINGS) }),
);

/** The public status of each internal one; a new internal status does not compile until it has one. */
const PUBLIC: Record<OrderStatus, PublicOrderStatus> = {
  PLACED: 'PLACED',
  RESERVED: 'PLACED',
  AWAITING_APPROVAL: 'PLACED',
  CHARGING: 'PLACED',
  CHARGED: 'CHARGED',
  SHIPPING: 'SHIPPING',
  SHIPPED: 'SHIPPED',
  REJECTED: 'REJECTED',
  CANCELLING: 'CANCELLING',
  CANCELLED: 'CANCELLED',
  // Until the order has failed, it shows the status that it had: a claim is no event.
  FAILING_PLACED: 'PLACED',
  FAILING_CHARGED: 'CHARGED',
  FAILING_SHIPPING: 'SHIPPING',
  FAILED: 'FAILED',
  REFUND_REQUESTED: 'REFUND_REQUESTED',
  REFUNDED: 'REFUNDED',
  NEEDS_ATTENTION: 'NEEDS_ATTENTION',
};

/**
 * Maps the status of a stored order to the public one.
 *
 * A status that this release does not know was written by a newer one. It becomes NEEDS_ATTENTION, the only status that
 * promises the customer nothing.
 */
export function publicStatusOf(status: string): PublicOrderStatus {
  return isKnownStatus(status) ? PUBLIC[status] : 'NEEDS_ATTENTION';
}
