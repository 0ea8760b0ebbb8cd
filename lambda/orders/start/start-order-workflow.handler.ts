import { Logger } from '@aws-lambda-powertools/logger';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { eachRecord, processInOrder, type StreamReader } from '../../platform/process-in-order.ts';
import { settingsOf } from '../../platform/settings.ts';
import { handlerOf } from '../../platform/step.ts';
import { s3SetAside } from '../set-aside/s3-set-aside.ts';
import { orderImage } from '../store/order-image.ts';
import { SfnWorkflows } from './sfn-workflows.ts';
import { startOrderWorkflow } from './start-order-workflow.ts';

const { SET_ASIDE_BUCKET } = settingsOf(startOrderWorkflow);
const start = handlerOf(startOrderWorkflow, ({ ORDER_WORKFLOW_ARN }) => ({
  workflows: new SfnWorkflows(new SFNClient(), ORDER_WORKFLOW_ARN),
}));
const reader: StreamReader = {
  // A batch of starts at once would exceed the quota of StartExecution. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
  atOnce: 10,
  process: eachRecord((record) => start(orderImage(record))),
  logger: new Logger(),
  setAside: s3SetAside(new S3Client(), SET_ASIDE_BUCKET, startOrderWorkflow.entry),
};

export const handler = (event: DynamoDBStreamEvent) => processInOrder(event.Records, reader);
