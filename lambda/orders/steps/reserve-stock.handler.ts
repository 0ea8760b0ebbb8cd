import { handlerOf } from '../../platform/step.ts';
import { orderStore } from '../store/dynamo-order-store.ts';
import { reserveStock } from './reserve-stock.ts';

export const handler = handlerOf(reserveStock, (settings) => ({ store: orderStore(settings) }));
