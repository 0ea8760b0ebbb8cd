import { handlerOf } from '../../platform/step.ts';
import { compensateEndedExecution } from './compensate-ended-execution.ts';
import { compensationPorts } from './compensation-ports.ts';
import { reportAttention } from './report-attention.ts';

export const handler = handlerOf(compensateEndedExecution, (settings) => ({
  ...compensationPorts(settings),
  report: reportAttention,
}));
