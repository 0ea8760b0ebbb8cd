import { orderStoreFromEnvironment } from '../orders/order-store-from-environment.ts';
import { refundOrder } from './request-refund.ts';
import { route } from './route.ts';

export const handler = route(refundOrder(orderStoreFromEnvironment()));
