import { refundCharge } from '../../payments/provider/order-charge.ts';
import { PAYMENT_PROVIDER_SETTINGS, type PaymentProvider } from '../../payments/provider/payment-provider.ts';
import { step } from '../../platform/step.ts';
import { ORDER_STORE_SETTINGS, type OrderStore, orderOf } from '../store/order-store.ts';

/** Refunds the total of an order, if a refund is requested. */
export const refundPayment = step({
  entry: 'orders/refund-payment',
  settings: [...ORDER_STORE_SETTINGS, ...PAYMENT_PROVIDER_SETTINGS],
  run:
    ({ store, payments }: { store: OrderStore; payments: PaymentProvider }) =>
    async ({ orderId }: { orderId: string }) => {
      const order = await orderOf(store, orderId);
      return { outcome: order.status === 'REFUND_REQUESTED' ? await refundCharge(payments, order) : 'OVERTAKEN' };
    },
});
