import { execFile } from 'node:child_process';
import { DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SFNClient, StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { until } from '../../client/until.ts';
import { local } from '../../lib/stages/local.ts';
import { CHECKOUT } from '../../local/checkout.ts';
import { operatorOf } from './callers.ts';
import { type Deployed, deployed, PATIENCE } from './deployed.ts';

const { region } = local;
let platform: Deployed;
beforeAll(async () => {
  platform = await deployed();
});

test('a failed execution is sent to the queue with its name and its cause', async () => {
  const name = `failing-${Date.now()}`;
  const stateMachineArn = platform.outputs.get('OrderWorkflowArn');
  const input = JSON.stringify({ orderId: 'unknown', kind: 'purchase' });
  await new SFNClient({ region }).send(new StartExecutionCommand({ stateMachineArn, name, input }));

  const sqs = new SQSClient({ region, useQueueUrlAsEndpoint: false });
  const QueueUrl = platform.outputs.get('FailedExecutionsQueue');
  const event = await until(`the failure of ${name}`, PATIENCE, async () => {
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
    const events = (Messages ?? []).map((message) => ({ message, event: JSON.parse(message.Body ?? '{}') }));
    const found = events.find((each) => each.event.detail?.name === name);
    if (found) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: found.message.ReceiptHandle }));
    return found?.event;
  });
  expect(event).toMatchObject({
    source: 'aws.states',
    detail: { status: 'FAILED', stateMachineArn },
  });
});

/** Waits for an object under a prefix of a bucket that contains a text; returns the content of the object. */
function storedText(bucket: string, Prefix: string, text: string): Promise<string> {
  const s3 = new S3Client({ region });
  const Bucket = platform.outputs.get(bucket);
  return until(`an object below ${Prefix}`, PATIENCE, async () => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix }));
    for (const { Key } of Contents) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      const content = (await Body?.transformToString()) ?? '';
      if (content.includes(text)) return content;
    }
    return undefined;
  });
}

test('a record that is not an order event is written unchanged under the error prefix of the lake', async () => {
  const kinesis = new KinesisClient({ region });
  const poison = `poison ${Date.now()}`;
  await kinesis.send(
    new PutRecordCommand({
      StreamName: platform.outputs.get('OrderStream'),
      PartitionKey: 'poison',
      Data: new TextEncoder().encode(poison),
    }),
  );
  const failed = await storedText('LakeBucket', 'errors/', Buffer.from(poison).toString('base64'));
  expect(JSON.parse(failed)).toMatchObject({ errorCode: expect.stringContaining('Lambda') });
});

test('a role without grants is refused, so a missing grant would fail the journey', async () => {
  const credentials = await operatorOf(platform, []);
  const put = new PutItemCommand({
    TableName: platform.outputs.get('OrdersTable'),
    Item: { orderId: { S: 'forged' } },
  });
  await expect(new DynamoDBClient({ region, credentials }).send(put)).rejects.toThrow(
    /not authorized to perform: dynamodb:PutItem/,
  );
});

test('a stream record that cannot be processed is written to S3, and later orders are processed', async () => {
  const client = new DynamoDBClient({ region });
  const orderId = `poison-${Date.now()}`;
  const Item = { orderId: { S: orderId }, status: { S: 'PLACED' } };
  const TableName = platform.outputs.get('OrdersTable');
  await client.send(new PutItemCommand({ TableName, Item }));
  expect(await platform.shop.purchase()).toMatchObject({ status: 'SHIPPED' });

  for (const reader of ['messaging/publish-order-events', 'orders/start-order-workflow']) {
    expect(await storedText('SetAsideBucket', `${reader}/${orderId}/`, orderId)).toContain('PLACED');
  }
  // Other tests read every order of the table.
  await client.send(new DeleteItemCommand({ TableName, Key: { orderId: Item.orderId } }));
});

/** Runs `npm run redrive -- events`. */
function redriveEvents(): Promise<{ exitCode: number | undefined; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['ops/redrive.ts', 'events'], { cwd: CHECKOUT }, (_, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? undefined, output: `${stdout}${stderr}` }),
    );
  });
}

test('an event that was set aside is published again by the command, which removes it and reports what is left', async () => {
  const { orderId } = await platform.shop.purchase();
  const client = new DynamoDBClient({ region });
  const Key = { orderId: { S: orderId } };
  const { Item } = await client.send(new GetItemCommand({ TableName: platform.outputs.get('OrdersTable'), Key }));
  const record = { dynamodb: { Keys: Key, NewImage: { ...Item, version: { N: '99' } } } };
  const unreadable = { dynamodb: { Keys: Key, NewImage: { orderId: { S: orderId } } } };
  const s3 = new S3Client({ region });
  const Bucket = platform.outputs.get('SetAsideBucket');
  const prefix = `messaging/publish-order-events/${orderId}/`;
  for (const [name, each] of Object.entries({ 98: unreadable, 99: record })) {
    const Body = JSON.stringify({ payload: JSON.stringify({ Records: [each] }) });
    await s3.send(new PutObjectCommand({ Bucket, Key: `${prefix}${name}.json`, Body }));
  }

  const { exitCode, output } = await redriveEvents();
  expect(output).toContain('Published again: 1 event of 1 order.');
  expect(output).toContain(`left  ${prefix}98.json`);
  expect(exitCode).toBe(1);
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: prefix }));
  expect(Contents.map((object) => object.Key)).toEqual([`${prefix}98.json`]);

  const notice = { customerId: Item?.customerId as { S: string }, noticeId: { S: `${orderId}#99` } };
  const TableName = platform.outputs.get('NoticesTable');
  await until(`the notice of event ${orderId}#99`, PATIENCE, async () => {
    return (await client.send(new GetItemCommand({ TableName, Key: notice }))).Item;
  });
});

test('an order is compensated after its execution is aborted', async () => {
  const shipNotBefore = new Date(Date.now() + 3_600_000).toISOString();
  const orderId = await platform.shop.place({ shipNotBefore });
  await platform.shop.reached(orderId, 'CHARGED');
  const execution = platform.outputs.get('OrderWorkflowArn').replace(':stateMachine:', ':execution:');
  await new SFNClient({ region }).send(new StopExecutionCommand({ executionArn: `${execution}:${orderId}-purchase` }));
  expect(await platform.shop.settled(orderId)).toMatchObject({ status: 'FAILED' });
  expect(await platform.ledger.balanceOf(orderId)).toBe(0);
});
