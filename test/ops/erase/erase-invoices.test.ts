import { eraseCustomer } from '../../../ops/erase/erase-customer.ts';
import { textOf } from '../../documents/read-pdf.ts';
import { again, CUSTOMER, identity, platform } from './erased-platform.ts';

test.each(['01S', '01R'])('the invoice of order %s says the same as before, but for the customer', async (orderId) => {
  const { ports, documents } = await platform();
  const before = textOf((await documents.bodyOf(`invoices/${CUSTOMER}/${orderId}.pdf`)) as Uint8Array);
  await eraseCustomer(ports, identity);
  const after = textOf((await documents.bodyOf(`invoices/erased-01/${orderId}.pdf`)) as Uint8Array);
  expect(after).toEqual(before.map((page) => page.replace(CUSTOMER, 'erased-01')));
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

test('an invoice that was deleted is issued anew from the version that is left', async () => {
  const { ports, documents, everything } = await platform();
  documents.delete(`invoices/${CUSTOMER}/01S.pdf`);
  documents.replica.delete(`invoices/${CUSTOMER}/01S.pdf`);
  expect(await eraseCustomer(ports, identity)).toMatchObject({ kind: 'ERASED' });
  expect(await documents.bodyOf('invoices/erased-01/01S.pdf')).toBeDefined();
  expect(everything()).not.toContain(CUSTOMER);
});

test('an invoice of which no version is left is named on every run, and holds up no other', async () => {
  const { ports, documents } = await platform();
  const lost = `invoices/${CUSTOMER}/01S.pdf`;
  documents.delete(lost);
  documents.deleted.set(lost, undefined);
  documents.replica.delete(lost);
  const what = `${lost} was deleted, and no version of it is kept: a person must look at it`;
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

test('what is left of a deletion goes where the invoice was issued anew before the run was cut off', async () => {
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
