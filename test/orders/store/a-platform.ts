import { chargeKey } from '../../../lambda/payments/provider/payment-key.ts';
import { InMemoryCircuit } from '../../payments/in-memory-circuit.ts';
import { InMemoryPayments } from '../../payments/in-memory-payments.ts';
import { InMemoryApprovals } from '../approvals/in-memory-approvals.ts';
import { InMemoryShipments } from '../shipments/in-memory-shipments.ts';
import { InMemoryOrders } from './in-memory-orders.ts';

/** The fields of an item from which the rest of the platform is set up. */
interface StoredPurchase {
  readonly orderId: string;
  readonly lines: readonly { readonly sku: string }[];
  readonly total: number;
  readonly currency: string;
}

/** A platform in memory with an order that another release wrote: it is paid, and its stock is reserved. */
export async function platformWith(item: Record<string, unknown>) {
  const { orderId, lines, total, currency } = item as unknown as StoredPurchase;
  const store = new InMemoryOrders(() => new Date('2026-11-20T12:00:00Z'));
  store.put(item);
  for (const { sku } of lines) await store.stockArticle(sku, 10, { reserved: 10, shipped: 10 });
  const payments = new InMemoryPayments();
  await payments.charge({ key: chargeKey(orderId), amount: total, currency, token: 'tok_visa' });
  return {
    ...{ orderId, store, payments },
    circuit: new InMemoryCircuit(),
    shipments: new InMemoryShipments(),
    approvals: new InMemoryApprovals(),
  };
}
