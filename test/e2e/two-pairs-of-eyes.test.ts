import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { AttachRolePolicyCommand, CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ApiAnswer } from '../../client/api-client.ts';
import { asOperator, type Credentials } from '../../client/credentials.ts';
import { Customer } from '../../client/customer.ts';
import { Shop } from '../../client/shop.ts';
import { DynamoApprovalDecisions } from '../../lambda/orders/approvals/dynamo-approval-decisions.ts';
import { local } from '../../lib/stages/local.ts';
import { expectProblem } from './answers.ts';
import { operatorOf } from './callers.ts';
import { type Deployed, deployed, PATIENCE } from './deployed.ts';

const MACHINE = [{ sku: 'ESPRESSO-MACHINE', quantity: 1 }];
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: local.region }));

let platform: Deployed;

beforeAll(async () => {
  platform = await deployed();
});

const newEmail = () => `${crypto.randomUUID()}@example.com`;

/** Places an order that waits for approval. */
async function waiting(shop = platform.shop, lines = MACHINE): Promise<string> {
  const orderId = await shop.place({ lines });
  await shop.awaitsApproval(orderId);
  return orderId;
}

function decide(orderId: string, decision: 'APPROVED' | 'DENIED', credentials: Credentials): Promise<ApiAnswer> {
  return platform.operator.as(credentials).send({
    method: 'POST',
    path: `/orders/${orderId}/approval`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ decision }),
  });
}

async function approver(email = newEmail()): Promise<Credentials> {
  return (await operatorOf(platform, ['approver'], email)).credentials;
}

async function recorded(subject: string): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: platform.outputs.get('DecisionsTable'),
      KeyConditionExpression: 'subject = :subject',
      ExpressionAttributeValues: { ':subject': subject },
    }),
  );
  return Items;
}

/** A session of a role that may approve, with this name. */
async function sessionOf(name: string): Promise<Credentials> {
  const { region } = local;
  const iam = new IAMClient({ region });
  const RoleName = `approvers-${crypto.randomUUID()}`;
  const trust = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' };
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName,
      AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
    }),
  );
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: platform.outputs.get('ApproversPolicyArn') }));
  const params = { RoleArn: Role?.Arn, RoleSessionName: name };
  return asOperator(region, fromTemporaryCredentials({ params, clientConfig: { region } }));
}

test('neither a price manager decides on an order, nor an approver sets a price', async () => {
  const orderId = await waiting();
  const { credentials } = await operatorOf(platform, ['price-manager']);
  expectProblem(await decide(orderId, 'APPROVED', credentials), 403);
  const path = '/products/ESPRESSO-MACHINE';
  const headers = { 'content-type': 'application/json', 'if-match': '"1"' };
  const body = '{"unitPrice":1}';
  const api = platform.operator.as(await approver());
  expectProblem(await api.send({ method: 'PATCH', path, headers, body }), 403);
  expect(await recorded(`order#${orderId}`)).toEqual([]);
  expect(await decide(orderId, 'DENIED', await approver())).toMatchObject({ status: 200 });
});

test('a customer cannot approve an order of their own as an operator, whatever role they take', async () => {
  const email = newEmail();
  const customer = platform.operator.as(new Customer(local, platform.outputs, email).credentials);
  const orderId = await waiting(new Shop(customer, platform.operator, PATIENCE));
  for (const own of [await approver(email), await sessionOf(email)]) {
    const answer = await decide(orderId, 'APPROVED', own);
    expectProblem(answer, 403);
    expect(answer.body).toMatchObject({ detail: expect.stringContaining('is your own') });
  }
  const refused = { kind: 'APPROVAL_REFUSED', reason: expect.stringContaining('is your own') };
  expect(await recorded(`order#${orderId}`)).toMatchObject([
    { ...refused, by: expect.stringMatching(new RegExp(`:user/${email}$`)) },
    { ...refused, by: expect.stringMatching(new RegExp(`:assumed-role/.+/${email}$`)) },
  ]);
  expect(await decide(orderId, 'APPROVED', await approver())).toMatchObject({ status: 200 });
});

test('an operator cannot approve an order at a price that they set, in a role of their own for each duty', async () => {
  const [email, sku] = [newEmail(), `EYES-${Date.now()}`];
  const { credentials } = await operatorOf(platform, ['price-manager'], email);
  const product = { name: 'Grinder', warehouse: 'north', unitPrice: 200_000, currency: 'EUR', initialStock: 5 };
  const created = await platform.operator.as(credentials).send({
    method: 'PUT',
    path: `/products/${sku}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(product),
  });
  expect(created).toMatchObject({ status: 201 });
  expect(await recorded(`product#${sku}`)).toMatchObject([
    {
      kind: 'PRODUCT_CREATED',
      by: expect.stringMatching(new RegExp(`:user/${email}$`)),
      after: { unitPrice: 200_000 },
    },
  ]);

  const orderId = await waiting(platform.shop, [{ sku, quantity: 1 }]);
  const refused = await decide(orderId, 'APPROVED', await sessionOf(email));
  expectProblem(refused, 403);
  expect(refused.body).toMatchObject({ detail: expect.stringContaining(`You set the price of ${sku}`) });
  expect(await decide(orderId, 'APPROVED', await sessionOf(newEmail()))).toMatchObject({ status: 200 });
  expect(await platform.shop.settled(orderId)).toMatchObject({ status: 'SHIPPED' });
});

test('two approvers at once make one decision with one record, and the task token is forgotten', async () => {
  const orderId = await waiting();
  const approvers = await Promise.all([approver(), approver()]);
  const answers = await Promise.all(approvers.map((each) => decide(orderId, 'APPROVED', each)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await platform.shop.settled(orderId)).toMatchObject({ status: 'SHIPPED' });
  expect(await recorded(`order#${orderId}`)).toMatchObject([{ kind: 'ORDER_APPROVED' }]);
  const TableName = platform.outputs.get('ApprovalsTable');
  const { Item } = await documents.send(new GetCommand({ TableName, Key: { orderId } }));
  expect(Item).toMatchObject({ end: 'APPROVED' });
  expect(Item).not.toHaveProperty('token');
});

test('a decision reaches the workflow by its repetition, if the answer was lost after it was recorded', async () => {
  const orderId = await waiting();
  const decisions = new DynamoApprovalDecisions(documents, {
    approvals: platform.outputs.get('ApprovalsTable'),
    decisions: { name: platform.outputs.get('DecisionsTable'), years: 1 },
  });
  await decisions.decide(
    orderId,
    'APPROVED',
    'arn:aws:iam::000000000000:user/ann@example.com',
    new Date().toISOString(),
  );
  expect(await platform.shop.reached(orderId, 'PLACED')).toMatchObject({ orderId });
  expect(await decide(orderId, 'APPROVED', await approver())).toMatchObject({ status: 200 });
  expect(await platform.shop.settled(orderId)).toMatchObject({ status: 'SHIPPED' });
  expect(await recorded(`order#${orderId}`)).toMatchObject([{ kind: 'ORDER_APPROVED' }]);
});

test('an operator whose name is no email address is refused', async () => {
  const orderId = await waiting();
  const answer = await decide(orderId, 'DENIED', await sessionOf('somebody'));
  expectProblem(answer, 403);
  expect(await decide(orderId, 'DENIED', await approver())).toMatchObject({ status: 200 });
});
