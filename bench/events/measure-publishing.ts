import { setTimeout } from 'node:timers/promises';
import { KinesisClient } from '@aws-sdk/client-kinesis';
import { SNSClient } from '@aws-sdk/client-sns';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { ulid } from 'ulid';
import type { StackOutputs } from '../../client/stack-outputs.ts';
import { kinesisOrderEvents } from '../../lambda/messaging/kinesis-order-events.ts';
import { publishOrderChanges } from '../../lambda/messaging/publish-order-changes.ts';
import { snsOrderEvents } from '../../lambda/messaging/sns-order-events.ts';
import { processInOrder } from '../../lambda/platform/process-in-order.ts';

/** The times of a record, in milliseconds. */
export interface PublishingTimes {
  readonly elapsed: number;
  readonly processor: number;
}

/** Publishes batches of records of as many orders; returns the times of a record. */
export async function measurePublishing(
  outputs: StackOutputs,
  region: string,
  { batches, size }: { batches: number; size: number },
): Promise<PublishingTimes> {
  const publishChanges = publishOrderChanges([
    snsOrderEvents(new SNSClient({ region }), outputs.get('OrderTopicArn'), setTimeout),
    kinesisOrderEvents(new KinesisClient({ region }), outputs.get('OrderStream'), setTimeout),
  ]);
  const reader = {
    atOnce: Number.POSITIVE_INFINITY,
    process: publishChanges,
    setAside: (_: DynamoDBRecord, error: Error) => Promise.reject(error),
    logger: console,
  };
  const publish = async () => {
    const { batchItemFailures } = await processInOrder(Array.from({ length: size }, placedOrder), reader);
    if (batchItemFailures.length > 0) throw new Error('an event was not published');
  };
  await publish();
  const start = performance.now();
  const before = process.cpuUsage();
  for (let batch = 0; batch < batches; batch++) await publish();
  const { user, system } = process.cpuUsage(before);
  const records = batches * size;
  return { elapsed: (performance.now() - start) / records, processor: (user + system) / 1_000 / records };
}

function placedOrder(): DynamoDBRecord {
  const orderId = ulid();
  const now = new Date().toISOString();
  const line = { sku: 'ESPRESSO-CUP', quantity: 1, name: 'Cup', warehouse: 'north', unitPrice: 1_250 };
  const order = {
    orderId,
    customerId: 'bench',
    status: 'CHARGED',
    version: 1,
    lines: [line, { ...line, sku: 'MOKA-POT-6' }, { ...line, sku: 'GRINDER' }],
    total: 3_750,
    currency: 'EUR',
    paymentToken: 'tok_visa',
    placedAt: now,
    changedAt: now,
  };
  const NewImage = marshall(order) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];
  return { dynamodb: { Keys: { orderId: { S: orderId } }, SequenceNumber: orderId, NewImage } };
}
