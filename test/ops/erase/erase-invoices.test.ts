import { eraseCustomer } from '../../../ops/erase/erase-customer.ts';
import { textOf } from '../../documents/read-pdf.ts';
import { again, CUSTOMER, identity, platform } from './erased-platform.ts';

test.each(['01S', '01R'])('the invoice of order %s is the same as before, except for the customer', async (orderId) => {
  const { ports, documents } = await platform();
  const before = textOf((await documents.bodyOf(`invoices/${CUSTOMER}/${orderId}.pdf`)) as Uint8Array);
  await eraseCustomer(ports, identity);
  const after = textOf((await documents.bodyOf(`invoices/erased-01/${orderId}.pdf`)) as Uint8Array);
  expect(after).toEqual(before.map((page) => page.replace(CUSTOMER, 'erased-01')));
});

test('an interrupted run continues, and each invoice gets the pseudonym of its order', async () => {
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

test('a deleted invoice is issued again from its remaining version', async () => {
  const { ports, documents, everything } = await platform();
  documents.delete(`invoices/${CUSTOMER}/01S.pdf`);
  documents.replica.delete(`invoices/${CUSTOMER}/01S.pdf`);
  expect(await eraseCustomer(ports, identity)).toMatchObject({ kind: 'ERASED' });
  expect(await documents.bodyOf('invoices/erased-01/01S.pdf')).toBeDefined();
  expect(everything()).not.toContain(CUSTOMER);
});

test('an invoice without a remaining version is reported in every run, and does not stop others', async () => {
  const { ports, documents } = await platform();
  const lost = `invoices/${CUSTOMER}/01S.pdf`;
  documents.delete(lost);
  documents.deleted.set(lost, undefined);
  documents.replica.delete(lost);
  const what = `${lost} was deleted, and no version of it is retained: an operator must check it`;
  for (const run of [identity, again]) {
    const result = await eraseCustomer(ports, run);
    expect('outcomes' in result && result.outcomes.at(-1)).toMatchObject({
      state: 'failed',
      what: expect.stringContaining(what),
    });
  }
  expect([...documents.deleted.keys()]).toEqual([lost]);
  expect(await documents.bodyOf('invoices/erased-01/01R.pdf')).toBeDefined();
  expect(documents.documents.has(`invoices/${CUSTOMER}/01R.pdf`)).toBe(false);
});

test('remaining versions are deleted if the invoice was issued again before the run was interrupted', async () => {
  const { ports, documents, everything } = await platform();
  documents.beforeForget = () => {
    throw new Error('cut off');
  };
  await eraseCustomer(ports, identity);
  documents.beforeForget = () => {};
  const old = `invoices/${CUSTOMER}/01S.pdf`;
  documents.documents.delete(old);
  documents.deleted.set(old, undefined);
  documents.replica.delete(old);
  expect(await eraseCustomer(ports, again)).toMatchObject({ kind: 'ERASED' });
  expect(everything()).not.toContain(CUSTOMER);
});

test('an invoice that only exists in the other region is issued again before that copy is deleted', async () => {
  const { ports, documents } = await platform();
  documents.documents.delete(`invoices/${CUSTOMER}/01S.pdf`);
  await eraseCustomer(ports, identity);
  expect(await documents.bodyOf('invoices/erased-01/01S.pdf')).toBeDefined();
  expect([...documents.replica.keys()]).not.toContain(`invoices/${CUSTOMER}/01S.pdf`);
});

test('an invoice without an order is left to an operator', async () => {
  const { ports, documents, orders } = await platform();
  orders.orders.delete('01S');
  const result = await eraseCustomer(ports, identity);
  expect('outcomes' in result && result.outcomes.at(-1)).toMatchObject({
    state: 'failed',
    what: expect.stringMatching('01S.pdf is the invoice of an order that does not exist'),
  });
  expect(await documents.bodyOf(`invoices/${CUSTOMER}/01S.pdf`)).toBeDefined();
});
