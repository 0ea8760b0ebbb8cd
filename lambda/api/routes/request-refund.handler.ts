import { orderStoreFromEnvironment } from '../../orders/store/order-store-from-environment.ts';
import { route } from '../http/route.ts';
import { requestRefundRoute } from './request-refund-route.ts';

export const handler = route(requestRefundRoute(orderStoreFromEnvironment()));
