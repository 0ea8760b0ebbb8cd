import { setTimeout } from 'node:timers/promises';
import { circuit } from '../../payments/circuit/dynamo-circuit.ts';
import { paymentProvider } from '../../payments/provider/http-payment-provider.ts';
import { handlerOf } from '../../platform/step.ts';
import { orderStore } from '../store/dynamo-order-store.ts';
import { chargePayment } from './charge-payment.ts';

export const handler = handlerOf(chargePayment, (settings) => ({
  store: orderStore(settings),
  payments: paymentProvider(settings),
  circuit: circuit(settings),
  now: () => new Date(),
  wait: setTimeout,
}));
