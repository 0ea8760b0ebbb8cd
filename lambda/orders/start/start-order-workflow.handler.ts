import { SFNClient } from '@aws-sdk/client-sfn';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { processInOrder } from '../../platform/process-in-order.ts';
import { handlerOf } from '../../platform/step.ts';
import { orderImage } from '../store/order-image.ts';
import { SfnWorkflows } from './sfn-workflows.ts';
import { startOrderWorkflow } from './start-order-workflow.ts';

const start = handlerOf(startOrderWorkflow, ({ ORDER_WORKFLOW_ARN }) => ({
  workflows: new SfnWorkflows(new SFNClient(), ORDER_WORKFLOW_ARN),
}));

export const handler = (event: DynamoDBStreamEvent) =>
  processInOrder(event.Records, (record) => start(orderImage(record)));
