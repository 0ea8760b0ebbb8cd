import { handlerOf } from '../../platform/step.ts';
import { shipments } from '../shipments/dynamo-shipments.ts';
import { cancelShipments } from './cancel-shipments.ts';

export const handler = handlerOf(cancelShipments, (settings) => ({ shipments: shipments(settings) }));
