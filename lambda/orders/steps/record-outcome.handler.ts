import { orderStoreFromEnvironment } from '../store/order-store-from-environment.ts';
import { type Outcome, recordOutcome } from './record-outcome.ts';

const store = orderStoreFromEnvironment();

export const handler = async ({ orderId, outcome }: { orderId: string; outcome: Outcome }) => ({
  status: await recordOutcome(store, orderId, outcome),
});
