import { paymentProviderFromEnvironment } from '../payments/payment-provider-from-environment.ts';
import type { CompensateOrderPorts } from './compensate-order.ts';
import { approvalsFromEnvironment } from './dynamo-approvals.ts';
import { shipmentsFromEnvironment } from './dynamo-shipments.ts';
import { orderStoreFromEnvironment } from './order-store-from-environment.ts';

/** What this function was given to undo orders with. */
export function compensationFromEnvironment(): CompensateOrderPorts {
  return {
    store: orderStoreFromEnvironment(),
    payments: paymentProviderFromEnvironment(),
    shipments: shipmentsFromEnvironment(),
    approvals: approvalsFromEnvironment(),
  };
}
