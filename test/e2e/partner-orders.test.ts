import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ApiClient } from '../../client/api-client.ts';
import type { AcceptedOrder, Problem } from '../../client/order-api.ts';
import { PartnerTokens } from '../../client/partner-tokens.ts';
import { until } from '../../client/until.ts';
import { isSettled } from '../../lambda/orders/domain/order-change.ts';
import { local } from '../../lib/stages/local.ts';
import { expectCommonHeaders, expectProblem } from './answers.ts';
import { type CallingPartner, callingPartner } from './callers.ts';
import { type Deployed, deployed, PATIENCE } from './deployed.ts';
import { CUP, orderRequest } from './requests.ts';

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: local.region }));
const secrets = new SecretsManagerClient({ region: local.region });
let platform: Deployed;
let calling: CallingPartner;
let partner: ApiClient;

beforeAll(async () => {
  platform = await deployed();
  calling = await callingPartner(platform);
  const token = await calling.partner.tokens.sign();
  partner = platform.operator.as(calling.as(async () => token));
});

const order = (lines: unknown = CUP, key?: string) => ({ ...orderRequest(lines, key), path: '/partner/orders' });
const keptOrder = (orderId: string) => ({ TableName: platform.outputs.get('OrdersTable'), Key: { orderId } });

/** Waits until no stock is reserved for an order: other tests count the stock. */
async function settled(orderId: string): Promise<Record<string, unknown>> {
  return until(`order ${orderId} as settled`, PATIENCE, async () => {
    const { Item } = await documents.send(new GetCommand(keptOrder(orderId)));
    return Item && isSettled(Item.status) ? Item : undefined;
  });
}

test('a partner places orders in its own name only', async () => {
  const accepted = await partner.send<AcceptedOrder>(order());
  expect(accepted).toMatchObject({ status: 202, body: { status: 'PLACED' } });
  expectCommonHeaders(accepted);
  // No route shows a partner an order.
  expect(accepted.headers.has('location')).toBe(false);
  expect(await settled(accepted.body.orderId)).toMatchObject({ customerId: 'partner-demo', status: 'SHIPPED' });
  expectProblem(await platform.api.send({ method: 'GET', path: `/orders/${accepted.body.orderId}` }), 404);
});

test('an idempotency key belongs to the partner: the same request returns the same order, another is refused', async () => {
  const key = crypto.randomUUID();
  const first = await partner.send<AcceptedOrder>(order(CUP, key));
  const ofCustomer = await platform.api.send<AcceptedOrder>(orderRequest(CUP, key));
  expect(await partner.send(order(CUP, key))).toMatchObject({ status: 202, body: first.body });
  expect(ofCustomer.body.orderId).not.toBe(first.body.orderId);
  expectProblem(await partner.send(order([{ sku: 'ESPRESSO-CUP', quantity: 2 }], key)), 422);
  await Promise.all([settled(first.body.orderId), settled(ofCustomer.body.orderId)]);
});

test('an invalid order of a partner gets the same problem document as that of a customer', async () => {
  const refused = await partner.send<Problem>(order([{ sku: 'UNICORN', quantity: 1 }]));
  expectProblem(refused, 400);
  expect(refused.body.errors).toMatchObject([{ field: 'lines[0].sku' }]);
});

test('every token is refused while the keys are unavailable, and accepted again afterwards', async () => {
  const SecretId = platform.outputs.get('PartnerKeySetSecret');
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId }));
  await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: 'no key set' }));
  try {
    const stranger = await PartnerTokens.of(local.partners, 'demo-partner');
    const unavailable = await until('the end of the kept keys', PATIENCE, async () => {
      // Each with its own token, because the authorizer's answers are cached by token.
      const answer = await platform.operator.as(calling.as(() => stranger.sign())).send(order());
      return answer.status === 401 ? undefined : answer;
    });
    expectProblem(unavailable, 503);
    expect(unavailable.headers.get('retry-after')).toBe('5');
  } finally {
    await secrets.send(new PutSecretValueCommand({ SecretId, SecretString }));
  }
  const accepted = await until('trust in the keys', PATIENCE, async () => {
    const answer = await platform.operator
      .as(calling.as(() => calling.partner.tokens.sign()))
      .send<AcceptedOrder>(order());
    return answer.status === 202 ? answer : undefined;
  });
  await settled(accepted.body.orderId);
});
