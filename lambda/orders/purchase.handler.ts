import { orderStoreFromEnvironment } from './order-store-from-environment.ts';
import { purchase } from './purchase.ts';

const store = orderStoreFromEnvironment();

export const handler = async ({ orderId }: { orderId: string }) => ({ outcome: await purchase(store, orderId) });
