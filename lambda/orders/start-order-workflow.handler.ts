import { SFNClient } from '@aws-sdk/client-sfn';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { inOrder } from '../platform/in-order.ts';
import { setting } from '../platform/settings.ts';
import { orderImage } from './order-image.ts';
import { startOrderWorkflow } from './start-order-workflow.ts';

const client = new SFNClient();
const stateMachineArn = setting('ORDER_WORKFLOW_ARN');

export const handler = (event: DynamoDBStreamEvent) =>
  inOrder(event.Records, (record) => startOrderWorkflow(client, stateMachineArn, orderImage(record)));
