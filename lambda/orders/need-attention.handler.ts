import { needAttention } from './need-attention.ts';
import { orderStoreFromEnvironment } from './order-store-from-environment.ts';

const store = orderStoreFromEnvironment();

export const handler = ({ orderId, error }: { orderId: string; error: string }) => needAttention(store, orderId, error);
