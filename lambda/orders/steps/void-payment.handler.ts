import { paymentProvider } from '../../payments/provider/http-payment-provider.ts';
import { handlerOf } from '../../platform/step.ts';
import { orderStore } from '../store/dynamo-order-store.ts';
import { voidPayment } from './void-payment.ts';

export const handler = handlerOf(voidPayment, (settings) => ({
  store: orderStore(settings),
  payments: paymentProvider(settings),
}));
