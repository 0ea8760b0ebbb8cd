import { orderStoreFromEnvironment } from './order-store-from-environment.ts';
import { refund } from './refund.ts';

const store = orderStoreFromEnvironment();

export const handler = async ({ orderId }: { orderId: string }) => ({ outcome: await refund(store, orderId) });
