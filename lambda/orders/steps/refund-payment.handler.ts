import { paymentProviderFromEnvironment } from '../../payments/provider/payment-provider-from-environment.ts';
import { refundPayment } from '../../payments/provider/refund-payment.ts';
import { orderOf } from '../store/order-store.ts';
import { orderStoreFromEnvironment } from '../store/order-store-from-environment.ts';

const store = orderStoreFromEnvironment();
const provider = paymentProviderFromEnvironment();

export const handler = async ({ orderId }: { orderId: string }) => {
  const { total } = await orderOf(store, orderId);
  return { outcome: await refundPayment(provider, orderId, total) };
};
