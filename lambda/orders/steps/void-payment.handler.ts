import { paymentProvider } from '../../payments/provider/http-payment-provider.ts';
import { handlerOf } from '../../platform/step.ts';
import { voidPayment } from './void-payment.ts';

export const handler = handlerOf(voidPayment, (settings) => ({ payments: paymentProvider(settings) }));
