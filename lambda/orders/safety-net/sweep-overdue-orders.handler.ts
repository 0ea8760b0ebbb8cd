import { Logger } from '@aws-lambda-powertools/logger';
import { SFNClient } from '@aws-sdk/client-sfn';
import { setting } from '../../platform/settings.ts';
import { SfnWorkflows } from '../start/sfn-workflows.ts';
import { ATTENTION_MESSAGE } from './attention-message.ts';
import { compensationFromEnvironment } from './compensation-from-environment.ts';
import { sweepOverdueOrders } from './sweep-overdue-orders.ts';

const ports = {
  ...compensationFromEnvironment(),
  workflows: new SfnWorkflows(new SFNClient(), setting('ORDER_WORKFLOW_ARN')),
  now: () => new Date(),
};
const logger = new Logger();

export const handler = async () => {
  const swept = Object.fromEntries(await sweepOverdueOrders(ports));
  for (const [orderId, what] of Object.entries(swept)) {
    if (what === 'HANDED_OVER') logger.error(ATTENTION_MESSAGE, { orderId });
  }
  logger.info('Overdue orders swept', { swept });
  return swept;
};
