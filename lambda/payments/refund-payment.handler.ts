import { orderOf } from '../orders/order-store.ts';
import { orderStoreFromEnvironment } from '../orders/order-store-from-environment.ts';
import { paymentProviderFromEnvironment } from './payment-provider-from-environment.ts';
import { refundPayment } from './refund-payment.ts';

const store = orderStoreFromEnvironment();
const provider = paymentProviderFromEnvironment();

export const handler = async ({ orderId }: { orderId: string }) => {
  const { total } = await orderOf(store, orderId);
  return { outcome: await refundPayment(provider, orderId, total) };
};
