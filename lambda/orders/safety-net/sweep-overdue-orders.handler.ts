import { Logger } from '@aws-lambda-powertools/logger';
import { SFNClient } from '@aws-sdk/client-sfn';
import { handlerOf } from '../../platform/step.ts';
import { SfnWorkflows } from '../start/sfn-workflows.ts';
import { compensationPorts } from './compensation-ports.ts';
import { reportAttention } from './report-attention.ts';
import { sweepOverdueOrders } from './sweep-overdue-orders.ts';

const sweep = handlerOf(sweepOverdueOrders, (settings) => ({
  ...compensationPorts(settings),
  workflows: new SfnWorkflows(new SFNClient(), settings.ORDER_WORKFLOW_ARN),
  now: () => new Date(),
  report: reportAttention,
}));
const logger = new Logger();

export const handler = async (event: unknown) => {
  const swept = await sweep(event);
  logger.info('Overdue orders swept', { swept });
  return swept;
};
