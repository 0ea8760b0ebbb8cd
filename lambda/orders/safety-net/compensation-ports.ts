import { paymentProvider } from '../../payments/provider/http-payment-provider.ts';
import { approvals } from '../approvals/dynamo-approvals.ts';
import { shipments } from '../shipments/dynamo-shipments.ts';
import { orderStore } from '../store/dynamo-order-store.ts';
import type { CompensateOrderPorts, CompensationSettings } from './compensate-order.ts';

/** The ports of compensation that a function's settings name. */
export function compensationPorts(settings: CompensationSettings): CompensateOrderPorts {
  return {
    store: orderStore(settings),
    payments: paymentProvider(settings),
    shipments: shipments(settings),
    approvals: approvals(settings),
  };
}
