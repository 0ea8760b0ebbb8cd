import { SFNClient } from '@aws-sdk/client-sfn';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { processInOrder } from '../../platform/process-in-order.ts';
import { setting } from '../../platform/settings.ts';
import { orderImage } from '../store/order-image.ts';
import { SfnWorkflows } from './sfn-workflows.ts';
import { startOrderWorkflow } from './start-order-workflow.ts';

const workflows = new SfnWorkflows(new SFNClient(), setting('ORDER_WORKFLOW_ARN'));

export const handler = (event: DynamoDBStreamEvent) =>
  processInOrder(event.Records, (record) => startOrderWorkflow(workflows, orderImage(record)));
