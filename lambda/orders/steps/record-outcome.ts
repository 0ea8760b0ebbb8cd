import { step } from '../../platform/step.ts';
import type { Order, OrderStatus } from '../domain/order.ts';
import type { OrderChange } from '../domain/order-change.ts';
import type { OrderReason } from '../domain/order-reason.ts';
import { ORDER_STORE_SETTINGS, type OrderStore, orderOf } from '../store/order-store.ts';

/** Result of an order's workflow. */
export type Outcome = OrderReason | 'SHIPPED' | 'REFUNDED';

/** The statuses an order may be in when an outcome is recorded, or recorded again, because its customer was faster. */
const OVERTAKEN_BY: Partial<Record<OrderStatus, readonly OrderStatus[]>> = {
  REJECTED: ['CANCELLING', 'CANCELLED'],
  SHIPPED: ['REFUND_REQUESTED', 'REFUNDED'],
};

/** Records the outcome of an order and changes the stock accordingly; a second time it changes nothing. */
export const recordOutcome = step({
  entry: 'orders/record-outcome',
  settings: ORDER_STORE_SETTINGS,
  run:
    ({ store }: { store: OrderStore }) =>
    async ({ orderId, outcome }: { orderId: string; outcome: Outcome }): Promise<{ status: OrderStatus }> => {
      const order = await orderOf(store, orderId);
      const { status } = order;
      const change = changeFor(order, outcome);
      if (status === change.to || OVERTAKEN_BY[change.to]?.includes(status)) return { status };

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
