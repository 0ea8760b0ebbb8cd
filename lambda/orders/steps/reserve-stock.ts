import { amountIn } from '../../platform/currency.ts';
import { step } from '../../platform/step.ts';
import { ORDER_STORE_SETTINGS, type OrderStore } from '../store/order-store.ts';
import { advanceOrder } from './advance-order.ts';

/** Result of a reservation, by which the workflow chooses its next state. */
export interface Reservation {
  readonly outcome: 'RESERVED' | 'OUT_OF_STOCK' | 'OVERTAKEN';
  /** True if an operator must agree before the order is charged. */
  readonly approvalRequired: boolean;
  /** The time before which nothing is shipped; without it, the order is shipped at once. */
  readonly shipNotBefore?: string;
}

/** Input of the step. */
export interface ReserveStockInput {
  readonly orderId: string;
  /** The name of the execution; executions of an earlier release do not name themselves. */
  readonly execution?: string;
}

/** Claims a placed order for one execution and reserves the stock of all its lines, in one transaction. */
export const reserveStock = step({
  entry: 'orders/reserve-stock',
  settings: [...ORDER_STORE_SETTINGS, 'APPROVAL_THRESHOLDS'],
  run:
    ({ store }: { store: OrderStore }, { APPROVAL_THRESHOLDS }) =>
    async ({ orderId, execution }: ReserveStockInput): Promise<Reservation> => {
      const claim = { to: 'RESERVED', stock: 'reserve', execution } as const;
      const { result, order } = await advanceOrder(store, orderId, ['PLACED'], claim);
      const { total, currency, shipNotBefore } = order;
      return {
        outcome: result === 'CHANGED' ? 'RESERVED' : result,
        approvalRequired: total >= (amountIn(APPROVAL_THRESHOLDS, currency) ?? 0),
        ...(shipNotBefore && { shipNotBefore }),
      };
    },
});
