import { issueInvoice } from '../../lambda/documents/issue-invoice.ts';
import { orderEventOf } from '../../lambda/messaging/order-event.ts';
import { ORDER_STATUSES, type Order } from '../../lambda/orders/order.ts';
import { isSettled } from '../../lambda/orders/order-change.ts';
import { ApprovalsPlace, SandboxPlace } from '../../local/erase/beside-orders.ts';
import { DeletedPlace } from '../../local/erase/deleted-place.ts';
import { eraseCustomer } from '../../local/erase/erase-customer.ts';
import { InvoicesPlace } from '../../local/erase/invoices-place.ts';
import { OrdersPlace } from '../../local/erase/orders-place.ts';
import { SignInPlace } from '../../local/erase/sign-in-place.ts';
import { textOf } from '../documents/read-pdf.ts';
import { anOrder } from '../orders/an-order.ts';
import {
  InMemoryCustomerApprovals,
  InMemoryCustomerOrders,
  InMemoryItems,
  InMemorySandboxRecords,
  InMemoryShelves,
  InMemoryUsers,
} from './in-memory-customers.ts';

const CUSTOMER = 'a3c1';
const identity = { customerId: CUSTOMER, pseudonym: 'erased-01' };
const again = { ...identity, pseudonym: 'erased-02' };
const token = 'tok_visa';

/** A platform with a customer who has a shipped, a refunded and a cancelled order, and with another customer. */
async function platform() {
  const orders = new InMemoryCustomerOrders();
  const approvals = new InMemoryCustomerApprovals();
  const sandbox = new InMemorySandboxRecords();
  const documents = new InMemoryShelves();
  const users = new InMemoryUsers();
  const items = new InMemoryItems();
  const add = async (different: Partial<Order>) => {
    const order = anOrder({ customerId: CUSTOMER, version: 5, paymentToken: token, ...different });
    orders.put(order);
    sandbox.records.set(order.orderId, { id: `payment#${order.orderId}-charge`, payment: { amount: order.total } });
    const shipped = orderEventOf({ ...order, status: 'SHIPPED', changedAt: '2026-01-02T03:04:05.678Z' });
    if (['SHIPPED', 'REFUNDED'].includes(order.status)) await issueInvoice(documents, shipped);
  };
  await add({ orderId: '01S', status: 'SHIPPED', changedAt: '2026-01-02T03:04:05.678Z' });
  await add({ orderId: '01R', status: 'REFUNDED', version: 7, changedAt: '2026-03-01T00:00:00.000Z' });
  await add({ orderId: '01C', status: 'CANCELLED' });
  approvals.decidedBy.set('01C', CUSTOMER);
  await add({ orderId: '01X', status: 'SHIPPED', customerId: 'other' });
  for (const customerId of [CUSTOMER, 'other']) {
    users.users.add(customerId);
    items.items.push({ customerId, id: 'a' }, { customerId, id: 'b' });
  }
  const ports = {
    orders,
    places: [
      new SignInPlace(users),
      new DeletedPlace({ name: 'notices', called: ['notice', 'notices'], items }),
      new ApprovalsPlace(orders, approvals),
      new SandboxPlace(orders, sandbox),
      new OrdersPlace(orders),
      new InvoicesPlace({ orders, store: documents, shelves: documents.shelves }),
    ],
  };
  const everything = () =>
    JSON.stringify([
      ...[...orders.orders.values(), ...sandbox.records.values(), ...approvals.decidedBy.values(), ...users.users],
      ...[...items.items, ...documents.documents.keys(), ...documents.replica.keys()],
      ...[documents.documents, documents.replica].flatMap((shelf) =>
        [...shelf.values()].map(({ body }) => textOf(body)),
      ),
    ]);
  return { ports, orders, approvals, sandbox, documents, users, items, add, everything };
}

test('nothing names the customer afterwards, and nobody else is touched', async () => {
  const { ports, everything, users, items, orders } = await platform();
  const other = orders.orders.get('01X');
  expect(await eraseCustomer(ports, identity)).toMatchObject({ kind: 'ERASED' });
  expect(everything()).not.toContain(CUSTOMER);
  expect([...users.users]).toEqual(['other']);
  expect(items.items.map(({ customerId }) => customerId)).toEqual(['other', 'other']);
  expect(orders.orders.get('01X')).toEqual(other);
});

test('says of each place what was done there', async () => {
  const { ports } = await platform();
  const result = await eraseCustomer(ports, identity);
  expect('outcomes' in result && result.outcomes.map(({ place, what }) => [place, what])).toEqual([
    ['sign-in', 'the user is deleted, with address and password'],
    ['notices', '2 notices deleted'],
    ['approvals', 'one approval ended by the customer, under the pseudonym'],
    ['payment sandbox', '3 records looked at: kept by order, they name neither the customer nor the means of payment'],
    ['orders', '3 orders under the pseudonym, without the means of payment'],
    ['invoices', '2 invoices issued anew to the pseudonym; the old deleted here and in the other region'],
  ]);
});

test('the books stay: an order keeps all but whose it is and how it was paid, its version too', async () => {
  const { ports, orders } = await platform();
  const before = orders.orders.get('01S');
  await eraseCustomer(ports, identity);
  expect(orders.orders.get('01S')).toEqual({ ...before, customerId: 'erased-01', paymentToken: 'erased' });
});

test.each(['01S', '01R'])('the invoice of order %s says the same as before, but for the customer', async (orderId) => {
  const { ports, documents } = await platform();
  const before = textOf((await documents.bodyOf(`invoices/${CUSTOMER}/${orderId}.pdf`)) as Uint8Array);
  await eraseCustomer(ports, identity);
  const after = textOf((await documents.bodyOf(`invoices/erased-01/${orderId}.pdf`)) as Uint8Array);
  expect(after).toEqual(before.map((page) => page.replace(CUSTOMER, 'erased-01')));
});

const unfinished = ORDER_STATUSES.filter((status) => !isSettled(status) || status === 'NEEDS_ATTENTION');

test.each(unfinished)('a customer with an order that is %s is refused, and nothing is touched', async (status) => {
  const { ports, add, everything } = await platform();
  await add({ orderId: '01U', status });
  const before = everything();
  expect(await eraseCustomer(ports, identity)).toEqual({
    kind: 'REFUSED',
    reason: expect.stringMatching(`nothing was changed: 01U is ${status}`),
  });
  expect(everything()).toBe(before);
});

test('an order that changes at the same time keeps its change, and the next run erases it', async () => {
  const { ports, orders, everything } = await platform();
  orders.beforeRename = (order) => {
    if (order.orderId === '01S') orders.put({ ...order, version: order.version + 1, status: 'REFUND_REQUESTED' });
  };
  const result = await eraseCustomer(ports, identity);
  expect(result).toMatchObject({ kind: 'INCOMPLETE' });
  expect('outcomes' in result && result.outcomes.slice(-2)).toEqual([
    { place: 'orders', state: 'failed', what: expect.stringMatching('^01S changed at the same time') },
    { place: 'invoices', state: 'not begun' },
  ]);
  expect(await orders.find('01S')).toMatchObject({ customerId: CUSTOMER, status: 'REFUND_REQUESTED' });
  expect(await eraseCustomer(ports, again)).toMatchObject({ kind: 'REFUSED' });

  orders.put({ ...(orders.orders.get('01S') as Order), version: 7, status: 'REFUNDED' });
  orders.beforeRename = () => {};
  expect(await eraseCustomer(ports, again)).toMatchObject({ kind: 'ERASED' });
  expect(everything()).not.toContain(CUSTOMER);
});

test('a run that was cut off goes on where it was, and each invoice follows its order', async () => {
  const { ports, documents, orders, everything } = await platform();
  documents.beforeForget = () => {
    throw new Error('cut off');
  };
  expect(await eraseCustomer(ports, identity)).toMatchObject({ kind: 'INCOMPLETE' });
  documents.beforeForget = () => {};
  expect(await eraseCustomer(ports, again)).toMatchObject({ kind: 'ERASED' });
  expect(everything()).not.toContain(CUSTOMER);
  expect([...documents.documents.keys()].sort()).toEqual([
    'invoices/erased-01/01R.pdf',
    'invoices/erased-01/01S.pdf',
    'invoices/other/01X.pdf',
  ]);
  expect(orders.orders.get('01S')?.customerId).toBe('erased-01');
});

test('an invoice that only the other region still has is issued anew before that copy goes', async () => {
  const { ports, documents } = await platform();
  documents.documents.delete(`invoices/${CUSTOMER}/01S.pdf`);
  await eraseCustomer(ports, identity);
  expect(await documents.bodyOf('invoices/erased-01/01S.pdf')).toBeDefined();
  expect([...documents.replica.keys()]).not.toContain(`invoices/${CUSTOMER}/01S.pdf`);
});

test('an invoice without an order is left for a person to look at', async () => {
  const { ports, documents, orders } = await platform();
  orders.orders.delete('01S');
  const result = await eraseCustomer(ports, identity);
  expect('outcomes' in result && result.outcomes.at(-1)).toMatchObject({
    state: 'failed',
    what: expect.stringMatching('01S.pdf is the invoice of an order that is not there'),
  });
  expect(await documents.bodyOf(`invoices/${CUSTOMER}/01S.pdf`)).toBeDefined();
});

test.each([CUSTOMER, token])('a payment that holds %s stops the run before its order is out of sight', async (held) => {
  const { ports, sandbox, orders } = await platform();
  sandbox.records.set('01S', { id: 'payment#01S-charge', payment: { memo: held } });
  const result = await eraseCustomer(ports, identity);
  expect('outcomes' in result && result.outcomes.at(3)).toMatchObject({
    state: 'failed',
    what: 'the payment of order 01S names the customer or the means of payment',
  });
  expect(await orders.of(CUSTOMER)).toHaveLength(3);
});

test('a second run finds nothing left, and changes nothing', async () => {
  const { ports, everything } = await platform();
  await eraseCustomer(ports, identity);
  const before = everything();
  expect(await eraseCustomer(ports, again)).toMatchObject({ kind: 'NOTHING_KEPT' });
  expect(everything()).toBe(before);
});
