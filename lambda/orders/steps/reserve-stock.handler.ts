import { setting } from '../../platform/settings.ts';
import { orderStoreFromEnvironment } from '../store/order-store-from-environment.ts';
import { reserveStock } from './reserve-stock.ts';

const store = orderStoreFromEnvironment();
const approvalThreshold = Number(setting('APPROVAL_THRESHOLD'));

export const handler = ({ orderId }: { orderId: string }) => reserveStock(store, orderId, approvalThreshold);
