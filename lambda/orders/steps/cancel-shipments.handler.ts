import { handlerOf } from '../../platform/step.ts';
import { shipments } from '../shipments/dynamo-shipments.ts';
import { orderStore } from '../store/dynamo-order-store.ts';
import { cancelShipments } from './cancel-shipments.ts';

export const handler = handlerOf(cancelShipments, (settings) => ({
  store: orderStore(settings),
  shipments: shipments(settings),
}));
