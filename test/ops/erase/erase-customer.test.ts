import { issueInvoice } from '../../../lambda/documents/issue-invoice.ts';
import { orderEventOf } from '../../../lambda/messaging/order-event.ts';
import { ORDER_STATUSES, type Order } from '../../../lambda/orders/domain/order.ts';
import { isSettled } from '../../../lambda/orders/domain/order-change.ts';
import { eraseCustomer } from '../../../ops/erase/erase-customer.ts';
import { anOrder } from '../../orders/an-order.ts';
import { again, CUSTOMER, identity, platform, token } from './erased-platform.ts';

test('removes the customer everywhere, and changes no other customer', async () => {
  const { ports, everything, users, items, orders } = await platform();
  const other = orders.orders.get('01X');
  expect(everything()).toContain(CUSTOMER);
  expect(await eraseCustomer(ports, identity)).toMatchObject({ kind: 'ERASED' });
  expect(everything()).not.toContain(CUSTOMER);
  expect([...users.users]).toEqual(['other']);
  expect(items.items.map(({ customerId }) => customerId)).toEqual(['other', 'other']);
  expect(orders.orders.get('01X')).toEqual(other);
});

test('reports the action for each target', async () => {
  const { ports } = await platform();
  const result = await eraseCustomer(ports, identity);
  expect('outcomes' in result && result.outcomes.map(({ target, what }) => [target, what])).toEqual([
    ['sign-in', 'the user is deleted, with address and password'],
    ['late orders', undefined],
    ['notices', '2 notices deleted'],
    ['payment sandbox', '3 records checked: they name neither the customer nor the means of payment'],
    ['orders', '3 orders under the pseudonym erased-01, without the means of payment'],
    ['approvals', 'one approval ended by the customer, under the pseudonym'],
    ['invoices', '2 invoices issued again to the pseudonym; the originals are deleted in both regions'],
  ]);
});

test('an order keeps everything except its customer and its payment token, also its version', async () => {
  const { ports, orders } = await platform();
  const before = orders.orders.get('01S');
  await eraseCustomer(ports, identity);
  expect(orders.orders.get('01S')).toEqual({ ...before, customerId: 'erased-01', paymentToken: 'erased' });
});

const unfinished = ORDER_STATUSES.filter((status) => !isSettled(status) || status === 'NEEDS_ATTENTION');

test.each(unfinished)('refuses a customer with a %s order, and changes nothing', async (status) => {
  const { ports, add, everything } = await platform();
  await add({ orderId: '01U', status });
  const before = everything();
  expect(await eraseCustomer(ports, identity)).toEqual({
    kind: 'REFUSED',
    reason: expect.stringMatching(`nothing was changed: 01U is ${status}`),
  });
  expect(everything()).toBe(before);
});

test('refuses a customer with an order without an invoice, which would be issued to the original id', async () => {
  const { ports, orders, documents, everything } = await platform();
  const order = anOrder({ orderId: '01N', customerId: CUSTOMER, status: 'SHIPPED', paymentToken: token });
  orders.put(order);
  const before = everything();
  expect(await eraseCustomer(ports, identity)).toEqual({
    kind: 'REFUSED',
    reason: expect.stringMatching('nothing was changed: 01N has no invoice yet'),
  });
  expect(everything()).toBe(before);

  await issueInvoice(documents, orderEventOf(order));
  expect(await eraseCustomer(ports, again)).toMatchObject({ kind: 'ERASED' });
  expect(everything()).not.toContain(CUSTOMER);
});

test('an order that an operator resolved needs no invoice, as it may not have been shipped', async () => {
  const { ports, orders } = await platform();
  orders.put(anOrder({ orderId: '01P', customerId: CUSTOMER, status: 'REFUNDED', reason: 'PaymentOutcomeUnknown' }));
  expect(await eraseCustomer(ports, identity)).toMatchObject({ kind: 'ERASED' });
});

test('an order placed while the user is deleted stops the run before orders are changed', async () => {
  const { ports, orders, users } = await platform();
  const late = anOrder({ orderId: '01L', customerId: CUSTOMER, paymentToken: token });
  users.beforeDelete = () => orders.put(late);
  const result = await eraseCustomer(ports, identity);
  expect('outcomes' in result && result.outcomes.at(1)).toEqual({
    target: 'late orders',
    state: 'failed',
    what: '01L is PLACED: ordered just before the user was deleted',
  });
  expect(await orders.of(CUSTOMER)).toHaveLength(4);
  expect(await eraseCustomer(ports, again)).toMatchObject({ kind: 'REFUSED' });

  users.beforeDelete = () => {};
  orders.put({ ...late, status: 'CANCELLED' });
  expect(await eraseCustomer(ports, again)).toMatchObject({ kind: 'ERASED' });
});

test('a concurrent change of an order is kept, and the next run erases the order', async () => {
  const { ports, orders, everything } = await platform();
  orders.beforeRename = (order) => {
    if (order.orderId === '01S') orders.put({ ...order, version: order.version + 1, status: 'REFUND_REQUESTED' });
  };
  const result = await eraseCustomer(ports, identity);
  expect(result).toMatchObject({ kind: 'INCOMPLETE' });
  expect('outcomes' in result && result.outcomes.slice(-3)).toEqual([
    {
      target: 'orders',
      state: 'failed',
      what: '01S changed at the same time; 2 orders under the pseudonym erased-01, without the means of payment',
    },
    { target: 'approvals', state: 'not begun' },
    { target: 'invoices', state: 'not begun' },
  ]);
  expect(await orders.find('01S')).toMatchObject({ customerId: CUSTOMER, status: 'REFUND_REQUESTED' });
  expect(await eraseCustomer(ports, again)).toMatchObject({ kind: 'REFUSED' });

  orders.put({ ...(orders.orders.get('01S') as Order), version: 7, status: 'REFUNDED' });
  orders.beforeRename = () => {};
  expect(await eraseCustomer(ports, again)).toMatchObject({ kind: 'ERASED' });
  expect(everything()).not.toContain(CUSTOMER);
});

test('an approval gets the pseudonym of its order, even if the run that renamed the order was interrupted', async () => {
  const { ports, approvals, orders } = await platform();
  approvals.beforeRename = () => {
    throw new Error('cut off');
  };
  expect(await eraseCustomer(ports, identity)).toMatchObject({ kind: 'INCOMPLETE' });
  approvals.beforeRename = () => {};
  expect(await eraseCustomer(ports, again)).toMatchObject({ kind: 'ERASED' });
  expect(orders.orders.get('01C')?.customerId).toBe('erased-01');
  expect(approvals.decidedBy.get('01C')).toBe('erased-01');
});

test.each([CUSTOMER, token])('a payment that contains %s stops the run before its order is renamed', async (held) => {
  const { ports, sandbox, orders } = await platform();
  sandbox.records.set('01S', { id: 'payment#01S-charge', payment: { memo: held } });
  const result = await eraseCustomer(ports, identity);
  expect('outcomes' in result && result.outcomes.find(({ target }) => target === 'payment sandbox')).toMatchObject({
    state: 'failed',
    what: 'the payment of order 01S names the customer or the means of payment',
  });
  expect(await orders.of(CUSTOMER)).toHaveLength(3);
});

test('a second run finds nothing and changes nothing', async () => {
  const { ports, everything } = await platform();
  await eraseCustomer(ports, identity);
  const before = everything();
  expect(await eraseCustomer(ports, again)).toMatchObject({ kind: 'NOTHING_KEPT' });
  expect(everything()).toBe(before);
});
