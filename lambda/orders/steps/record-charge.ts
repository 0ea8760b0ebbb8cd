import { step } from '../../platform/step.ts';
import { ORDER_STORE_SETTINGS, type OrderStore } from '../store/order-store.ts';
import { advanceOrder } from './advance-order.ts';

/** Result of recording a charge; `CANCELLED` if the customer cancelled first, and the payment is being undone. */
export interface RecordedCharge {
  readonly outcome: 'CHARGED' | 'CANCELLED';
}

/** Records that an order is paid. */
export const recordCharge = step({
  entry: 'orders/record-charge',
  settings: ORDER_STORE_SETTINGS,
  run:
    ({ store }: { store: OrderStore }) =>
    async ({ orderId }: { orderId: string }): Promise<RecordedCharge> => {
      const advance = await advanceOrder(store, orderId, ['RESERVED', 'AWAITING_APPROVAL'], { to: 'CHARGED' });
      return { outcome: advance === 'CANCELLED' ? 'CANCELLED' : 'CHARGED' };
    },
});
