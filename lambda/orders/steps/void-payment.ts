import { voidCharge } from '../../payments/provider/order-charge.ts';
import { PAYMENT_PROVIDER_SETTINGS, type PaymentProvider } from '../../payments/provider/payment-provider.ts';
import { step } from '../../platform/step.ts';
import type { OrderStatus } from '../domain/order.ts';
import { ORDER_STORE_SETTINGS, type OrderStore, orderOf } from '../store/order-store.ts';

/** Ports of the step that voids the payment of an order. */
export interface VoidPaymentPorts {
  readonly store: OrderStore;
  readonly payments: PaymentProvider;
}

/** Input of the step. */
export interface VoidPaymentInput {
  readonly orderId: string;
  /** The status that claims the order for this. @default CANCELLING, as in executions of earlier releases */
  readonly claim?: OrderStatus;
}

/** Ensures that an order is charged nothing, if it is claimed for that. */
export const voidPayment = step({
  entry: 'orders/void-payment',
  settings: [...ORDER_STORE_SETTINGS, ...PAYMENT_PROVIDER_SETTINGS],
  run:
    ({ store, payments }: VoidPaymentPorts) =>
    async ({ orderId, claim = 'CANCELLING' }: VoidPaymentInput) => {
      const order = await orderOf(store, orderId);
      return { outcome: order.status === claim ? await voidCharge(payments, order) : 'OVERTAKEN' };
    },
});
