import { voidCharge } from '../../payments/provider/order-charge.ts';
import { PAYMENT_PROVIDER_SETTINGS, type PaymentProvider } from '../../payments/provider/payment-provider.ts';
import { step } from '../../platform/step.ts';

/** Ensures that an order is charged nothing. */
export const voidPayment = step({
  entry: 'orders/void-payment',
  settings: PAYMENT_PROVIDER_SETTINGS,
  run:
    ({ payments }: { payments: PaymentProvider }) =>
    async ({ orderId }: { orderId: string }) => ({ outcome: await voidCharge(payments, orderId) }),
});
