import { ulid } from 'ulid';
import { anOrder } from '../orders/an-order.ts';
import { ANN, CUSTOMER, signedIn } from './an-event.ts';
import { CUP, NOW, type Routes, routesInMemory } from './routes-in-memory.ts';

const PARTNER = 'partner-acme';

async function waiting({ approvals, orders }: Routes, customerId = CUSTOMER, sku = CUP.sku): Promise<string> {
  const orderId = ulid();
  const line = { sku, quantity: 1, name: 'Cup', warehouse: 'north', unitPrice: 1_250 };
  orders.put({ ...anOrder({ orderId, customerId, lines: [line] }) });
  const expiresAt = new Date(NOW.getTime() + 3_600_000).toISOString();
  await approvals.open({ orderId, token: 'token', attempt: 0, requestedAt: NOW.toISOString(), expiresAt });
  return orderId;
}

/** A request to decide, signed by an operator. */
function decide({ ask }: Routes, orderId: string, decision: 'APPROVED' | 'DENIED', userArn: string | null = ANN) {
  const requestContext = { ...signedIn(''), identity: { userArn } } as ReturnType<typeof signedIn>;
  return ask('decideApproval', { pathParameters: { orderId }, body: { decision }, requestContext });
}

const sessionOf = (name: string) => `arn:aws:sts::111122223333:assumed-role/Approvers/${name}`;
const userNamed = (name: string) => `arn:aws:iam::111122223333:user/operators/${name}`;

test.each([
  ['the same address', 'ann@example.com', sessionOf('ann@example.com')],
  ['an address in capital letters', 'Ann@Example.com', sessionOf('ann@example.com')],
  ['a subaddress', 'ann+shop@example.com', sessionOf('ann@example.com')],
  ['the address that names an IAM user', 'ann@example.com', userNamed('ann+approver@example.com')],
])('an approver cannot approve an order of a customer with %s, but may deny it', async (_, email, approver) => {
  const routes = await routesInMemory();
  routes.emails.set(CUSTOMER, email);
  const orderId = await waiting(routes);
  const reason = `Order ${orderId} is your own: another operator must approve it.`;
  expect(await decide(routes, orderId, 'APPROVED', approver)).toMatchObject({ status: 403, body: { detail: reason } });
  expect(routes.answered).toEqual([]);
  expect(routes.decisions.onOrder(orderId)).toMatchObject([{ kind: 'APPROVAL_REFUSED', by: approver, reason }]);

  expect(await decide(routes, orderId, 'DENIED', approver)).toMatchObject({ status: 200 });
  expect(routes.decisions.onOrder(orderId)).toMatchObject([{ kind: 'APPROVAL_REFUSED' }, { kind: 'ORDER_DENIED' }]);
});

test.each(['a-private-account', PARTNER])(
  'an approver cannot approve an order of the linked customer %s',
  async (id) => {
    const routes = await routesInMemory();
    routes.emails.set('a-private-account', 'anna@example.org');
    const orderId = await waiting(routes, id);
    expect(await decide(routes, orderId, 'APPROVED')).toMatchObject({ status: 403 });
    expect(await decide(routes, orderId, 'APPROVED', sessionOf('bob@example.com'))).toMatchObject({ status: 200 });
  },
);

test('an order of a customer who does not exist any more can only be denied', async () => {
  const routes = await routesInMemory();
  const orderId = await waiting(routes, 'erased');
  expect(await decide(routes, orderId, 'APPROVED')).toMatchObject({ status: 403 });
  expect(await decide(routes, orderId, 'DENIED')).toMatchObject({ status: 200 });
});

test('the order of a partner that no operator is linked with is approved', async () => {
  const routes = await routesInMemory();
  const orderId = await waiting(routes, 'partner-other');
  expect(await decide(routes, orderId, 'APPROVED')).toMatchObject({ status: 200 });
});

describe('an approver who changed a price', () => {
  const POT = { ...CUP, sku: 'POT' };
  const DAY = 86_400_000;

  test.each<[string, (routes: Routes) => Promise<unknown>]>([
    ['by putting the product on sale', async ({ products }) => products.put(POT, userNamed('Ann@example.com'))],
    [
      'to another amount',
      async ({ products }) => {
        await products.put(POT, 'the set-up');
        await products.patch('POT', 1, { unitPrice: 1 }, ANN);
      },
    ],
    [
      'to another currency',
      async ({ products }) => {
        await products.put(POT, 'the set-up');
        await products.put({ ...POT, currency: 'JPY' }, ANN);
      },
    ],
  ])('%s cannot approve an order of it, and another operator can', async (_, change) => {
    const routes = await routesInMemory();
    await change(routes);
    const orderId = await waiting(routes, CUSTOMER, 'POT');
    const detail = `You set the price of POT at ${NOW.toISOString()}: another operator must approve orders of it for 30 days.`;
    expect(await decide(routes, orderId, 'APPROVED')).toMatchObject({ status: 403, body: { detail } });
    expect(await decide(routes, orderId, 'APPROVED', sessionOf('bob@example.com'))).toMatchObject({ status: 200 });
  });

  test.each([
    [30, 403],
    [31, 200],
  ])('%i days ago is answered with %i', async (days, status) => {
    const routes = await routesInMemory();
    const at = new Date(NOW.getTime() - days * DAY).toISOString();
    await routes.decisions.record({ kind: 'PRODUCT_CREATED', sku: 'POT', by: ANN, at, after: POT });
    const orderId = await waiting(routes, CUSTOMER, 'POT');
    expect(await decide(routes, orderId, 'APPROVED')).toMatchObject({ status });
  });

  test('and the name of another product may approve an order of this one', async () => {
    const routes = await routesInMemory();
    await routes.products.put(POT, 'the set-up');
    await routes.products.patch('POT', 1, { name: 'Pot' }, ANN);
    await routes.products.put({ ...CUP, sku: 'CAN' }, ANN);
    await routes.products.remove('POT', ANN);
    const orderId = await waiting(routes, CUSTOMER, 'POT');
    expect(await decide(routes, orderId, 'APPROVED')).toMatchObject({ status: 200 });
  });
});

test.each([null, 'arn:aws:iam::111122223333:root', userNamed('ann'), sessionOf('ann'), 'arn:aws:iam::1:user/a@b/ann'])(
  'an operator who is not named by an email address (%s) neither decides nor changes products',
  async (userArn) => {
    const routes = await routesInMemory();
    const orderId = await waiting(routes);
    const answers = await Promise.all([
      decide(routes, orderId, 'DENIED', userArn),
      ...(['putProduct', 'patchProduct', 'deleteProduct'] as const).map((route) =>
        routes.ask(route, {
          pathParameters: { sku: CUP.sku },
          requestContext: { ...signedIn(''), identity: { userArn } } as ReturnType<typeof signedIn>,
        }),
      ),
    ]);
    const detail = expect.stringContaining('must be your email address');
    for (const answer of answers) expect(answer).toMatchObject({ status: 403, body: { detail } });
    expect(routes.decisions.onOrder(orderId)).toEqual([]);
  },
);
