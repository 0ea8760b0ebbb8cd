import { handlerOf } from '../../platform/step.ts';
import { compensateEndedExecution } from './compensate-ended-execution.ts';
import { compensationPorts } from './compensation-ports.ts';

export const handler = handlerOf(compensateEndedExecution, compensationPorts);
