import { handlerOf } from '../../platform/step.ts';
import { orderStore } from '../store/dynamo-order-store.ts';
import { screenForFraud } from './screen-for-fraud.ts';

export const handler = handlerOf(screenForFraud, (settings) => ({ store: orderStore(settings) }));
