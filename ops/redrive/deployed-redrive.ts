import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KinesisClient } from '@aws-sdk/client-kinesis';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { StackOutputs } from '../../client/stack-outputs.ts';
import { kinesisOrderEvents } from '../../lambda/messaging/kinesis-order-events.ts';
import { publishOrderEventsEntry } from '../../lambda/messaging/order-event.ts';
import { snsOrderEvents } from '../../lambda/messaging/sns-order-events.ts';
import { expiredPrefix, setAsidePrefix } from '../../lambda/orders/set-aside/set-aside-change.ts';
import { SfnWorkflows } from '../../lambda/orders/start/sfn-workflows.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { deployedOrderStore } from '../deployed-order-store.ts';
import { DynamoOrderCustomers } from './dynamo-order-customers.ts';
import type { RedriveEventsPorts } from './redrive-events.ts';
import type { RedriveOrderPorts } from './redrive-order.ts';
import { S3SetAsideChanges } from './s3-set-aside-changes.ts';

/** Returns the orders and the workflow of a deployed stage. */
export function deployedWorkflows(stage: StageConfig, outputs: StackOutputs): RedriveOrderPorts {
  const client = new SFNClient({ region: stage.region });
  return {
    store: deployedOrderStore(stage, outputs),
    workflows: new SfnWorkflows(client, outputs.get('OrderWorkflowArn')),
  };
}

/** Returns the set-aside events of a deployed stage, and the services that they are published to. */
export function deployedEvents({ region }: StageConfig, outputs: StackOutputs): RedriveEventsPorts {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));
  return {
    customers: new DynamoOrderCustomers(client, outputs.get('OrdersTable')),
    setAside: new S3SetAsideChanges(new S3Client({ region }), outputs.get('SetAsideBucket')),
    prefixes: [setAsidePrefix(publishOrderEventsEntry.entry), expiredPrefix(outputs.get('OrdersToPublishMapping'))],
    targets: [
      snsOrderEvents(new SNSClient({ region }), outputs.get('OrderTopicArn'), setTimeout),
      kinesisOrderEvents(new KinesisClient({ region }), outputs.get('OrderStream'), setTimeout),
    ],
  };
}
