import { handlerOf } from '../../platform/step.ts';
import { orderStore } from '../store/dynamo-order-store.ts';
import { recordOutcome } from './record-outcome.ts';

export const handler = handlerOf(recordOutcome, (settings) => ({ store: orderStore(settings) }));
