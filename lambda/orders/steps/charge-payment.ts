import { type Circuit, throughCircuit } from '../../payments/circuit/circuit.ts';
import { type ChargeOutcome, chargeOrder } from '../../payments/provider/order-charge.ts';
import { PAYMENT_PROVIDER_SETTINGS, type PaymentProvider } from '../../payments/provider/payment-provider.ts';
import { step } from '../../platform/step.ts';
import { ORDER_STORE_SETTINGS, type OrderStore } from '../store/order-store.ts';
import { advanceOrder } from './advance-order.ts';

/** Ports of the step that charges an order. */
export interface ChargePaymentPorts {
  readonly store: OrderStore;
  readonly payments: PaymentProvider;
  readonly circuit: Circuit;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

/** Result of the step; `OVERTAKEN` if another actor has claimed the order: this execution charges nothing. */
export interface Charge {
  readonly outcome: ChargeOutcome | 'OVERTAKEN';
}

/** Claims an order and charges it at the payment provider; while the provider is down, most orders wait without a request. */
export const chargePayment = step({
  entry: 'orders/charge-payment',
  settings: [...ORDER_STORE_SETTINGS, ...PAYMENT_PROVIDER_SETTINGS, 'CIRCUIT_TABLE'],
  run:
    ({ store, payments, circuit, now, wait }: ChargePaymentPorts) =>
    async ({ orderId }: { orderId: string }): Promise<Charge> => {
      const from = ['RESERVED', 'AWAITING_APPROVAL'] as const;
      const { result, order } = await advanceOrder(store, orderId, from, { to: 'CHARGING' });
      if (result === 'OVERTAKEN') return { outcome: 'OVERTAKEN' };
      return { outcome: await throughCircuit(circuit, now, () => chargeOrder(payments, order, wait)) };
    },
});
