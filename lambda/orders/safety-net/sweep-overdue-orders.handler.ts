import { SFNClient } from '@aws-sdk/client-sfn';
import { handlerOf } from '../../platform/step.ts';
import { SfnWorkflows } from '../start/sfn-workflows.ts';
import { compensationPorts } from './compensation-ports.ts';
import { recordSweep, recordSwept } from './record-sweep.ts';
import { reportAttention } from './report-attention.ts';
import { type InvocationLimits, sweepOverdueOrders } from './sweep-overdue-orders.ts';

const sweep = handlerOf(sweepOverdueOrders, (settings) => ({
  ...compensationPorts(settings),
  workflows: new SfnWorkflows(new SFNClient(), settings.ORDER_WORKFLOW_ARN),
  now: () => new Date(),
  report: reportAttention,
  record: recordSwept,
}));

export const handler = async (_event: unknown, limits: InvocationLimits) => {
  const result = await sweep(limits);
  recordSweep(result);
  return result;
};
