import { Logger } from '@aws-lambda-powertools/logger';
import { KinesisClient } from '@aws-sdk/client-kinesis';
import { SNSClient } from '@aws-sdk/client-sns';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { processInOrder } from '../platform/process-in-order.ts';
import { settingsOf } from '../platform/settings.ts';
import { describeEvent, orderEventOf, publishOrderEventsEntry } from './order-event.ts';
import { publishOrderEvent } from './publish-order-event.ts';
import { publishedOrder } from './published-order.ts';

const { ORDER_TOPIC_ARN, ORDER_STREAM_NAME } = settingsOf(publishOrderEventsEntry);
const targets = {
  sns: new SNSClient(),
  topicArn: ORDER_TOPIC_ARN,
  kinesis: new KinesisClient(),
  streamName: ORDER_STREAM_NAME,
};

const logger = new Logger();

export const handler = (batch: DynamoDBStreamEvent) =>
  processInOrder(batch.Records, async (record) => {
    const order = publishedOrder(record);
    if (!order) return;
    const event = orderEventOf(order);
    await publishOrderEvent(targets, event);
    logger.info('Order event published', { event: describeEvent(event) });
  });
