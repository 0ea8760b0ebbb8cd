import { paymentProviderFromEnvironment } from '../../payments/provider/payment-provider-from-environment.ts';
import { approvalsFromEnvironment } from '../approvals/dynamo-approvals.ts';
import { shipmentsFromEnvironment } from '../shipments/dynamo-shipments.ts';
import { orderStoreFromEnvironment } from '../store/order-store-from-environment.ts';
import type { CompensateOrderPorts } from './compensate-order.ts';

/** What this function was given to undo orders with. */
export function compensationFromEnvironment(): CompensateOrderPorts {
  return {
    store: orderStoreFromEnvironment(),
    payments: paymentProviderFromEnvironment(),
    shipments: shipmentsFromEnvironment(),
    approvals: approvalsFromEnvironment(),
  };
}
