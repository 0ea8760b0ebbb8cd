import { handlerOf } from '../../platform/step.ts';
import { orderStore } from '../store/dynamo-order-store.ts';
import { startShipping } from './start-shipping.ts';

export const handler = handlerOf(startShipping, (settings) => ({ store: orderStore(settings) }));
