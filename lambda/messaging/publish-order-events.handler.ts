import { setTimeout } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { KinesisClient } from '@aws-sdk/client-kinesis';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { s3SetAside } from '../orders/set-aside/s3-set-aside.ts';
import { processInOrder, type StreamReader } from '../platform/process-in-order.ts';
import { settingsOf } from '../platform/settings.ts';
import { kinesisOrderEvents } from './kinesis-order-events.ts';
import { publishOrderEventsEntry } from './order-event.ts';
import { publishOrderChanges } from './publish-order-changes.ts';
import { snsOrderEvents } from './sns-order-events.ts';

const { ORDER_TOPIC_ARN, ORDER_STREAM_NAME, SET_ASIDE_BUCKET } = settingsOf(publishOrderEventsEntry);
const reader: StreamReader = {
  atOnce: Number.POSITIVE_INFINITY,
  process: publishOrderChanges([
    snsOrderEvents(new SNSClient(), ORDER_TOPIC_ARN, setTimeout),
    kinesisOrderEvents(new KinesisClient(), ORDER_STREAM_NAME, setTimeout),
  ]),
  logger: new Logger(),
  setAside: s3SetAside(new S3Client(), SET_ASIDE_BUCKET, publishOrderEventsEntry.entry),
};

export const handler = (event: DynamoDBStreamEvent) => processInOrder(event.Records, reader);
