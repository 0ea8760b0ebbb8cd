import { step } from '../../platform/step.ts';
import type { Order, OrderStatus } from '../domain/order.ts';
import type { OrderChange } from '../domain/order-change.ts';
import type { OrderReason } from '../domain/order-reason.ts';
import { ORDER_STORE_SETTINGS, type OrderStore, orderOf } from '../store/order-store.ts';

/** Result of an order's workflow. */
export type Outcome = OrderReason | 'SHIPPED' | 'REFUNDED';

/** The statuses in which an outcome can occur: in any other, it is recorded, or another actor has claimed the order. */
const OCCURS_IN: Record<Outcome, readonly OrderStatus[]> = {
  OUT_OF_STOCK: ['PLACED'],
  SUSPECTED_FRAUD: ['RESERVED'],
  APPROVAL_DENIED: ['RESERVED', 'AWAITING_APPROVAL'],
  APPROVAL_EXPIRED: ['RESERVED', 'AWAITING_APPROVAL'],
  // An execution of an earlier release charges without the claim.
  DECLINED: ['CHARGING', 'RESERVED', 'AWAITING_APPROVAL'],
  SHIPMENT_FAILED: ['FAILING_SHIPPING'],
  SHIPPED: ['SHIPPING', 'FAILING_SHIPPING'],
  REFUNDED: ['REFUND_REQUESTED'],
  CANCELLED_BY_CUSTOMER: ['CANCELLING'],
};

/** Records the outcome of an order and changes the stock accordingly; a second time it changes nothing. */
export const recordOutcome = step({
  entry: 'orders/record-outcome',
  settings: ORDER_STORE_SETTINGS,
  run:
    ({ store }: { store: OrderStore }) =>
    async ({ orderId, outcome }: { orderId: string; outcome: Outcome }): Promise<{ status: OrderStatus }> => {
      const order = await orderOf(store, orderId);
      if (!OCCURS_IN[outcome].includes(order.status)) return { status: order.status };

      const change = changeFor(order, outcome);
      await store.change(order, change);
      return { status: change.to };
    },
});

function changeFor(order: Order, outcome: Outcome): OrderChange {
  switch (outcome) {
    case 'SHIPPED':
      return { to: 'SHIPPED', stock: 'ship' };
    case 'REFUNDED':
      return { to: 'REFUNDED', stock: 'restock' };
    case 'CANCELLED_BY_CUSTOMER':
      return { to: 'CANCELLED', ...releasing(order) };
    default:
      return { to: 'REJECTED', reason: outcome, ...releasing(order) };
  }
}

/** Releases the stock that is reserved for an order, if any is. */
export function releasing(order: Order): Pick<OrderChange, 'stock'> {
  return order.stockReserved ? { stock: 'release' } : {};
}
