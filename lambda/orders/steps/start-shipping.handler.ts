import { orderStoreFromEnvironment } from '../store/order-store-from-environment.ts';
import { startShipping } from './start-shipping.ts';

const store = orderStoreFromEnvironment();

export const handler = ({ orderId }: { orderId: string }) => startShipping(store, orderId);
