import { setting } from '../../platform/settings.ts';
import { orderStoreFromEnvironment } from '../store/order-store-from-environment.ts';
import { screenForFraud } from './screen-for-fraud.ts';

const store = orderStoreFromEnvironment();
const limit = Number(setting('FRAUD_LIMIT'));

export const handler = async ({ orderId }: { orderId: string }) => ({
  outcome: await screenForFraud(store, orderId, limit),
});
