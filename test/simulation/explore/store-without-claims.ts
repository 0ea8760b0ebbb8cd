import { isFailing } from '../../../lambda/orders/domain/order-change.ts';
import type { OrderStore } from '../../../lambda/orders/store/order-store.ts';

/**
 * The orders as a compensation without claims uses them.
 *
 * A claim is not written, and only the caller has the order as claimed. The end of the compensation is conditional on the
 * version that the caller has read.
 */
export function storeWithoutClaims(store: OrderStore): OrderStore {
  let read: { version?: number } = {};
  return {
    find: (orderId) => store.find(orderId),
    change: async (order, change) => {
      if (!isFailing(change.to)) return store.change({ ...order, ...read }, change);
      read = { version: order.version };
      return 'CHANGED';
    },
    overdue: (now, shard) => store.overdue(now, shard),
    needingAttention: () => store.needingAttention(),
  };
}
