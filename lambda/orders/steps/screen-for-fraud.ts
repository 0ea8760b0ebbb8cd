import { step } from '../../platform/step.ts';
import { ORDER_STORE_SETTINGS, type OrderStore, orderOf } from '../store/order-store.ts';

/** Result of screening an order. */
export interface Screening {
  readonly outcome: 'CLEARED' | 'SUSPECTED_FRAUD';
}

/** Screens an order for fraud: a total above the limit of the stage is suspicious. */
export const screenForFraud = step({
  entry: 'orders/screen-for-fraud',
  settings: [...ORDER_STORE_SETTINGS, 'FRAUD_LIMIT'],
  run:
    ({ store }: { store: OrderStore }, { FRAUD_LIMIT }) =>
    async ({ orderId }: { orderId: string }): Promise<Screening> => {
      const { total } = await orderOf(store, orderId);
      return { outcome: total > Number(FRAUD_LIMIT) ? 'SUSPECTED_FRAUD' : 'CLEARED' };
    },
});
