import { handlerOf } from '../../platform/step.ts';
import { compensateOrder } from './compensate-order.ts';
import { compensationPorts } from './compensation-ports.ts';

export const handler = handlerOf(compensateOrder, compensationPorts);
