import { orderStoreFromEnvironment } from '../../orders/store/order-store-from-environment.ts';
import { route } from '../http/route.ts';
import { getOrderRoute } from './get-order-route.ts';

export const handler = route(getOrderRoute(orderStoreFromEnvironment()));
