import { step } from '../../platform/step.ts';
import { ORDER_STORE_SETTINGS, type OrderStore } from '../store/order-store.ts';
import { advanceOrder } from './advance-order.ts';

/** Result of recording a charge; `OVERTAKEN` if another actor has claimed the order, and undoes the payment if necessary. */
export interface RecordedCharge {
  readonly outcome: 'CHARGED' | 'OVERTAKEN';
}

/** The claim of a charge; an execution of an earlier release charges without it. */
const CHARGEABLE = ['CHARGING', 'RESERVED', 'AWAITING_APPROVAL'] as const;

/** Records that an order is paid. */
export const recordCharge = step({
  entry: 'orders/record-charge',
  settings: ORDER_STORE_SETTINGS,
  run:
    ({ store }: { store: OrderStore }) =>
    async ({ orderId }: { orderId: string }): Promise<RecordedCharge> => {
      const { result } = await advanceOrder(store, orderId, CHARGEABLE, { to: 'CHARGED' });
      return { outcome: result === 'OVERTAKEN' ? 'OVERTAKEN' : 'CHARGED' };
    },
});
