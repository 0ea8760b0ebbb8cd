import { orderStore } from '../../orders/store/dynamo-order-store.ts';
import { settingsOf } from '../../platform/settings.ts';
import { route } from '../http/route.ts';
import { getOrderEntry, getOrderRoute } from './get-order-route.ts';

const settings = settingsOf(getOrderEntry);

export const handler = route(settings, getOrderRoute(orderStore(settings)));
