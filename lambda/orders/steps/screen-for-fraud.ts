import { amountIn } from '../../platform/currency.ts';
import { step } from '../../platform/step.ts';
import { ORDER_STORE_SETTINGS, type OrderStore, orderOf } from '../store/order-store.ts';

/** Result of screening an order. */
export interface Screening {
  readonly outcome: 'CLEARED' | 'SUSPECTED_FRAUD';
}

/** Screens an order for fraud: a total above the limit of its currency is suspicious. */
export const screenForFraud = step({
  entry: 'orders/screen-for-fraud',
  settings: [...ORDER_STORE_SETTINGS, 'FRAUD_LIMITS'],
  run:
    ({ store }: { store: OrderStore }, { FRAUD_LIMITS }) =>
    async ({ orderId }: { orderId: string }): Promise<Screening> => {
      const { total, currency } = await orderOf(store, orderId);
      return {
        outcome: total > (amountIn(FRAUD_LIMITS, currency) ?? Number.POSITIVE_INFINITY) ? 'SUSPECTED_FRAUD' : 'CLEARED',
      };
    },
});
