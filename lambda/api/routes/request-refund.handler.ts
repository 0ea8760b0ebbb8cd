import { orderStore } from '../../orders/store/dynamo-order-store.ts';
import { settingsOf } from '../../platform/settings.ts';
import { route } from '../http/route.ts';
import { requestRefundEntry, requestRefundRoute } from './request-refund-route.ts';

const settings = settingsOf(requestRefundEntry);

export const handler = route(settings, requestRefundRoute(orderStore(settings)));
