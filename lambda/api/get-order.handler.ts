import { orderStoreFromEnvironment } from '../orders/order-store-from-environment.ts';
import { getOrder } from './get-order.ts';
import { route } from './route.ts';

export const handler = route(getOrder(orderStoreFromEnvironment()));
