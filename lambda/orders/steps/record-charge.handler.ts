import { orderStoreFromEnvironment } from '../store/order-store-from-environment.ts';
import { recordCharge } from './record-charge.ts';

const store = orderStoreFromEnvironment();

export const handler = async ({ orderId }: { orderId: string }) => ({ outcome: await recordCharge(store, orderId) });
