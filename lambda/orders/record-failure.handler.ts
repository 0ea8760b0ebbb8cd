import { orderStoreFromEnvironment } from './order-store-from-environment.ts';
import { recordFailure } from './record-failure.ts';

const store = orderStoreFromEnvironment();

export const handler = async ({ orderId, error }: { orderId: string; error: string }) => ({
  status: await recordFailure(store, orderId, error),
});
