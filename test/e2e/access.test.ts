import { withToken } from '../../client/credentials.ts';
import { until } from '../../client/until.ts';
import { READ_ORDERS, WRITE_ORDERS } from '../../lambda/access/scopes.ts';
import { DUTIES, type Duty } from '../../lib/api/operations/operation.ts';
import { expectProblem } from './answers.ts';
import { asOperatorOf, asWebShop } from './callers.ts';
import { type Deployed, deployed, PATIENCE } from './deployed.ts';
import { sendRaw } from './raw-request.ts';
import { operationsOf, requestFor } from './requests.ts';
import { browserToken, shortLivedToken } from './sign-in.ts';

let platform: Deployed;
beforeAll(async () => {
  platform = await deployed();
});

const bearing = (token: string) => withToken(async () => token);

test.each([
  [READ_ORDERS, WRITE_ORDERS],
  [WRITE_ORDERS, READ_ORDERS],
])('a token with only the scope %s is refused by the routes that require %s', async (granted, wanted) => {
  const client = platform.api.as(bearing(await browserToken(platform, `openid ${granted}`)));
  for (const operation of operationsOf('customer')) {
    const { scope } = operation.access as { scope: string };
    // If the scope is sufficient, the answer is 200 for a list, 404 for an unknown order, or 400 for the missing body.
    const { status } = await client.send({ ...requestFor(operation), body: undefined });
    const answered = [200, 400, 404].includes(status) ? 'answered' : status;
    expect([operation.id, answered]).toEqual([operation.id, scope === wanted ? 401 : 'answered']);
  }
});

test('a token is valid until it expires, and refused afterwards', async () => {
  const client = platform.api.as(bearing(await shortLivedToken(platform)));
  const listed = () => client.send({ method: 'GET', path: '/orders' });
  expect(await listed()).toMatchObject({ status: 200, body: { orders: [] } });
  const refused = await until('the end of the token', PATIENCE, async () => {
    const answer = await listed();
    return answer.status === 200 ? undefined : answer;
  });
  expectProblem(refused, 401);
  expect(refused.headers.get('www-authenticate')).toBe('Bearer');
});

test.each<[Duty, Record<string, number>]>([
  ['price-manager', { putProduct: 201, patchProduct: 200, deleteProduct: 204, putProductImage: 204 }],
  ['approver', { decideApproval: 404, listApprovals: 200, getProviderHealth: 200 }],
])('the policy of a %s allows the routes of this duty, and no other', async (duty, allowed) => {
  const client = platform.operator.as(await asOperatorOf(platform, duty));
  const answered: Record<string, number> = {};
  for (const operation of operationsOf('operator')) {
    const { status } = await client.send(requestFor(operation));
    if (status !== 403) answered[operation.id] = status;
  }
  expect(answered).toEqual(allowed);
  const [order, products] = await Promise.all([
    client.send({ method: 'GET', path: '/orders' }),
    client.send({ method: 'GET', path: '/products' }),
  ]);
  expect([order.status, products.status]).toEqual([401, 403]);
});

// Only on Linux does this machine have another address that reaches the emulator: all of 127.0.0.0/8, elsewhere 127.0.0.1
// alone. test/api/resource-policy.test.ts covers the policy everywhere.
(process.platform === 'linux' ? test : test.skip)(
  'an operator with another address is refused on every operator route, and other callers are not',
  async () => {
    const credentials = await asOperatorOf(platform, ...DUTIES);
    const api = platform.operator;
    const from = '127.0.0.2';
    for (const operation of operationsOf('operator')) {
      const { method, path, headers = {}, body } = requestFor(operation);
      const url = new URL(path.slice(1), api.opts.baseUrl);
      const sent = await credentials({ method, url, headers, body });
      const answer = await sendRaw({ method, api, path, headers: sent, body, from });
      expect([operation.id, answer.status]).toEqual([operation.id, 403]);
      expectProblem(answer, 403);
    }
    expect(await sendRaw({ method: 'GET', api, path: '/health', from })).toMatchObject({ status: 200 });
  },
);

test('a web shop may call the routes for web shops', async () => {
  const client = platform.api.as(await asWebShop(platform));
  const answered = await Promise.all(
    operationsOf('api-key').map(async (operation) => [operation.id, (await client.send(requestFor(operation))).status]),
  );
  expect(Object.fromEntries(answered)).toEqual({ listProducts: 200, getProduct: 404, putEvents: 202 });
});
