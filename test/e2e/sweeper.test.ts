import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { until } from '../../client/until.ts';
import { itemOf } from '../../lambda/orders/store/order-item.ts';
import { local } from '../../lib/stages/local.ts';
import { anOrder } from '../orders/an-order.ts';
import { type Deployed, deployed } from './deployed.ts';

const { region } = local;
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));
/** A minute, the shortest interval of a schedule, and the time until the emulator sees that it has passed. */
const PATIENCE = { timeoutMs: 90_000, intervalMs: 500 };

/** A rule of EventBridge. */
interface Rule {
  readonly Name: string;
  readonly ScheduleExpression?: string;
}

let platform: Deployed;
let sweep: Rule;
beforeAll(async () => {
  platform = await deployed();
  const { Rules } = (await events('ListRules', {})) as { Rules: Rule[] };
  sweep = Rules.find(({ ScheduleExpression }) => ScheduleExpression === 'rate(5 minutes)') as Rule;
  await events('PutRule', { ...sweep, ScheduleExpression: 'rate(1 minute)' });
});

afterAll(() => events('PutRule', { ...sweep }));

/** Calls EventBridge, of which the platform needs no client. */
async function events(operation: string, input: object): Promise<unknown> {
  const response = await fetch(process.env.AWS_ENDPOINT_URL as string, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSEvents.${operation}`,
      // The emulator does not verify the signature of its root user.
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/events/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`);
  return response.json().catch(() => ({}));
}

test('the schedule runs the sweeper, which brings an overdue order without an execution to its end', async () => {
  const orderId = ulid();
  const TableName = platform.outputs.get('OrdersTable');
  const overdue = itemOf(anOrder({ orderId, status: 'RESERVED', customerId: 'customer-of-the-sweeper' }), 0);
  await documents.send(new PutCommand({ TableName, Item: overdue }));
  const order = await until(`the end of ${orderId}`, PATIENCE, async () => {
    const { Item } = await documents.send(new GetCommand({ TableName, Key: { orderId } }));
    return Item?.status === 'RESERVED' || Item?.status === 'FAILING_PLACED' ? undefined : Item;
  });
  expect(order).toMatchObject({ status: 'FAILED', reason: 'Overdue' });
}, 120_000);
