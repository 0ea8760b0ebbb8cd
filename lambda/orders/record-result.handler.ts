import { orderStoreFromEnvironment } from './order-store-from-environment.ts';
import { recordResult } from './record-result.ts';
import type { Outcome } from './workflow-input.ts';

const store = orderStoreFromEnvironment();

export const handler = async ({ orderId, outcome }: { orderId: string; outcome: Outcome }) => ({
  status: await recordResult(store, orderId, outcome),
});
