import { handlerOf } from '../../platform/step.ts';
import { orderStore } from '../store/dynamo-order-store.ts';
import { recordCharge } from './record-charge.ts';

export const handler = handlerOf(recordCharge, (settings) => ({ store: orderStore(settings) }));
