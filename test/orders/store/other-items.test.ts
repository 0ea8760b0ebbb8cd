import { DynamoPartners } from '../../../lambda/access/dynamo-partners.ts';
import { listApprovalsRoute } from '../../../lambda/api/routes/list-approvals-route.ts';
import { DynamoApprovals } from '../../../lambda/orders/approvals/dynamo-approvals.ts';
import { DynamoCatalogue } from '../../../lambda/orders/intake/catalogue.ts';
import { DynamoOrderIntake } from '../../../lambda/orders/intake/dynamo-order-intake.ts';
import { DynamoProductChanges } from '../../../lambda/orders/products/dynamo-product-changes.ts';
import { DynamoProducts } from '../../../lambda/orders/products/dynamo-products.ts';
import { anEvent } from '../../api/an-event.ts';
import { answeringTable } from './answering-table.ts';

/** A field that only the next release knows. */
const ADDED = { addedLater: { by: 'the next release' } };

test('a product is read and shown without the fields of the next release, and changed field by field', async () => {
  const product = { sku: 'CUP', name: 'Cup', warehouse: 'north', unitPrice: 1_250, currency: 'EUR', version: 2 };
  const { client, requests } = answeringTable({ ...product, ...ADDED });
  const products = new DynamoProducts(client, 'products');
  expect(await products.find('CUP')).toEqual(product);
  expect((await products.page(10)).items).toEqual([product]);
  const decisions = { name: 'decisions', years: 1 };
  const changes = new DynamoProductChanges(client, { products: 'products', stock: 'stock', decisions });
  const after = { ...product, name: 'Big cup', version: 3 };
  expect(await changes.patch('CUP', 2, { name: 'Big cup' }, 'ann')).toEqual({ kind: 'CHANGED', product: after });
  const UpdateExpression = 'SET version = :after, #name = :name';
  expect(requests.at(-1)).toMatchObject({ TransactItems: [{ Update: { UpdateExpression } }, { Put: {} }] });
});

test('a product beyond the limits of this release is read, and does not fail the list', async () => {
  const product = { sku: 'cup_small', name: '', warehouse: 'north/2', unitPrice: 2e9, currency: 'EUR', version: 1 };
  const { client } = answeringTable(product);
  const products = new DynamoProducts(client, 'products');
  expect((await products.page(10)).items).toEqual([product]);
});

test.each(['sku', 'name', 'warehouse', 'unitPrice', 'currency'])('an item without %s is no product', async (field) => {
  const product = { sku: 'CUP', name: 'Cup', warehouse: 'north', unitPrice: 1_250, currency: 'EUR', version: 1 };
  const { client } = answeringTable(Object.fromEntries(Object.entries(product).filter(([name]) => name !== field)));
  await expect(new DynamoProducts(client, 'products').find('CUP')).rejects.toThrow(field);
});

test('an order is priced by a product of the next release', async () => {
  const product = { sku: 'CUP', name: 'Cup', warehouse: 'north', unitPrice: 1_250, currency: 'EUR' };
  const { client } = answeringTable({ ...product, ...ADDED });
  const found = await new DynamoCatalogue(client, 'products').find(['CUP']);
  expect(found.get('CUP')).toEqual({ ...product, version: 1 });
});

test('an approval of the next release is listed without its token and the fields of that release', async () => {
  const shown = { orderId: '01JD', requestedAt: '2026-01-01T10:00:00.000Z', expiresAt: '2026-01-01T11:00:00.000Z' };
  const { client } = answeringTable({ ...shown, token: 'secret', ...ADDED });
  const approvals = new DynamoApprovals(client, 'approvals');
  expect(await approvals.find('01JD')).toMatchObject(shown);
  const { body } = await listApprovalsRoute(approvals, () => new Date())(anEvent());
  expect(JSON.parse(body)).toEqual({ approvals: [shown] });
});

test('a partner is read without the fields of the next release', async () => {
  const partner = { subject: 'acme', partnerId: 'acme', entitlements: ['placePartnerOrder'], active: true };
  const { client } = answeringTable({ ...partner, ...ADDED });
  expect(await new DynamoPartners(client, 'partners').find('acme')).toEqual(partner);
});

test('a request that the next release stored is found', async () => {
  const request = { idempotencyKey: 'a#key', payloadHash: 'hash', orderId: '01JD' };
  const { client } = answeringTable({ ...request, expiresAt: 4_000_000_000, ...ADDED });
  const tables = { orders: 'orders', idempotencyKeys: 'keys', rememberedDays: 1, approvalSeconds: 1 };
  expect(await new DynamoOrderIntake(client, tables).remembered('a#key')).toMatchObject(request);
});
