import { orderOf } from '../orders/order-store.ts';
import { orderStoreFromEnvironment } from '../orders/order-store-from-environment.ts';
import { chargePayment } from './charge-payment.ts';
import { paymentProviderFromEnvironment } from './payment-provider-from-environment.ts';

const store = orderStoreFromEnvironment();
const provider = paymentProviderFromEnvironment();

export const handler = async ({ orderId }: { orderId: string }) => {
  const { total, currency, paymentToken } = await orderOf(store, orderId);
  return { outcome: await chargePayment(provider, { orderId, amount: total, currency, token: paymentToken }) };
};
