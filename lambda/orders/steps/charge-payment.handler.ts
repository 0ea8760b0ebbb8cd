import { chargePayment } from '../../payments/provider/charge-payment.ts';
import { paymentProviderFromEnvironment } from '../../payments/provider/payment-provider-from-environment.ts';
import { orderOf } from '../store/order-store.ts';
import { orderStoreFromEnvironment } from '../store/order-store-from-environment.ts';

const store = orderStoreFromEnvironment();
const provider = paymentProviderFromEnvironment();

export const handler = async ({ orderId }: { orderId: string }) => {
  const { total, currency, paymentToken } = await orderOf(store, orderId);
  return { outcome: await chargePayment(provider, { orderId, amount: total, currency, token: paymentToken }) };
};
