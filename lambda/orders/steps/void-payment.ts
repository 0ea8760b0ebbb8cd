import { voidCharge } from '../../payments/provider/order-charge.ts';
import { PAYMENT_PROVIDER_SETTINGS, type PaymentProvider } from '../../payments/provider/payment-provider.ts';
import { step } from '../../platform/step.ts';
import { ORDER_STORE_SETTINGS, type OrderStore, orderOf } from '../store/order-store.ts';

/** Ensures that an order is charged nothing. */
export const voidPayment = step({
  entry: 'orders/void-payment',
  settings: [...ORDER_STORE_SETTINGS, ...PAYMENT_PROVIDER_SETTINGS],
  run:
    ({ store, payments }: { store: OrderStore; payments: PaymentProvider }) =>
    async ({ orderId }: { orderId: string }) => ({
      outcome: await voidCharge(payments, await orderOf(store, orderId)),
    }),
});
