import { execFile } from 'node:child_process';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { decodeJwt } from 'jose';
import { ulid } from 'ulid';
import { ApiClient } from '../../client/api-client.ts';
import { Customer } from '../../client/customer.ts';
import { Shop } from '../../client/shop.ts';
import { type StackOutputs, stackOutputs } from '../../client/stack-outputs.ts';
import { until } from '../../client/until.ts';
import type { Order } from '../../lambda/orders/domain/order.ts';
import { STAGE_NAMES } from '../../lib/stages/index.ts';
import { local } from '../../lib/stages/local.ts';
import { CHECKOUT } from '../../local/checkout.ts';
import { documentSize } from '../../local/demo/documents.ts';
import { findLogLines } from '../../local/demo/function-logs.ts';
import { Articles } from '../../ops/seed/articles.ts';
import { PATIENCE } from './deployed.ts';

const TIMEOUT = 90_000;
const TABLES = [
  'OrdersTable',
  'IdempotencyKeysTable',
  'ApprovalsTable',
  'ShipmentsTable',
  'NoticesTable',
  'DocumentIndexTable',
  'SandboxPaymentsTable',
];
const PLACES = [
  'sign-in',
  'idempotency keys',
  'notices',
  'approvals',
  'payment sandbox',
  'orders',
  'invoices',
  'document index',
];
const tables = DynamoDBDocumentClient.from(new DynamoDBClient({ region: local.region }));

let outputs: StackOutputs;
let operator: ApiClient;

beforeAll(async () => {
  outputs = await stackOutputs(local);
  await new Articles(outputs, local).seed();
  operator = new ApiClient(outputs.get('ApiUrl'), local.region);
});

/** A new customer for a test, with the identifiers that the platform stores. */
async function newCustomer() {
  const customer = new Customer(local, outputs, `${ulid()}@example.com`.toLowerCase());
  const { sub = '' } = decodeJwt((await customer.tokens()).accessToken);
  const api = operator.as(customer.credentials);
  return { customerId: sub, api, shop: new Shop(api, operator, PATIENCE) };
}

/** Runs the command and returns its exit code and output. */
function erase(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['ops/erase.ts', ...args], { cwd: CHECKOUT }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

/** All items of a table. */
async function contentOf(output: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for await (const { Items } of paginateScan({ client: tables }, { TableName: outputs.get(output) })) {
    items.push(...(Items ?? []));
  }
  return items;
}

const buckets = () => [
  { region: local.region, bucket: outputs.get('DocumentsBucket') },
  { region: local.replicaRegion, bucket: outputs.get('ReplicaBucket') },
];

/** Waits until an order's invoice is stored in both regions and indexed. */
async function seeInvoice(customerId: string, orderId: string): Promise<void> {
  const documentKey = `invoices/${customerId}/${orderId}.pdf`;
  for (const bucket of buckets()) {
    await until(`${documentKey} in ${bucket.region}`, PATIENCE, () => documentSize(bucket, documentKey));
  }
  const index = { TableName: outputs.get('DocumentIndexTable'), Key: { customerId, documentKey } };
  await until(`${documentKey} in the index`, PATIENCE, async () => (await tables.send(new GetCommand(index))).Item);
}

/** The published events of an order, in order. */
const published = async (orderId: string) =>
  (await findLogLines(local.region, outputs.get('PublisherLog'), orderId)).map(({ status }) => status);

async function orderOf(orderId: string): Promise<Order> {
  const { Item } = await tables.send(new GetCommand({ TableName: outputs.get('OrdersTable'), Key: { orderId } }));
  return Item as Order;
}

test(
  'erasing a customer removes the id everywhere, keeps orders and invoices, and publishes nothing',
  async () => {
    const { customerId, api, shop } = await newCustomer();
    const shipped = await shop.purchase();
    const refunded = await shop.refund(await shop.purchase());
    const waiting = await shop.place({ lines: [{ sku: 'ESPRESSO-MACHINE', quantity: 1 }] });
    await shop.awaitsApproval(waiting);
    await shop.cancel(waiting);
    for (const { orderId } of [shipped, refunded]) await seeInvoice(customerId, orderId);
    await until('a notice of each order', PATIENCE, async () => {
      const notices = (await contentOf('NoticesTable')).filter((notice) => notice.customerId === customerId);
      return notices.length >= 7 || undefined;
    });
    const before = await orderOf(shipped.orderId);
    // The delete marker hides the invoice; the command must find the version below it.
    const deleted = { Bucket: outputs.get('DocumentsBucket'), Key: `invoices/${customerId}/${refunded.orderId}.pdf` };
    await new S3Client({ region: local.region }).send(new DeleteObjectCommand(deleted));

    const { code, stdout } = await erase(customerId);
    for (const place of PLACES) expect(stdout).toMatch(new RegExp(`^  done +${place} `, 'm'));
    expect(code).toBe(0);

    for (const table of TABLES) expect(JSON.stringify(await contentOf(table))).not.toContain(customerId);
    for (const { region, bucket } of buckets()) {
      const prefix = { Bucket: bucket, Prefix: `invoices/${customerId}/` };
      const { Versions, DeleteMarkers } = await new S3Client({ region }).send(new ListObjectVersionsCommand(prefix));
      expect([...(Versions ?? []), ...(DeleteMarkers ?? [])]).toEqual([]);
    }
    const { customerId: pseudonym, ...kept } = await orderOf(shipped.orderId);
    expect(pseudonym).toMatch(/^erased-[0-9A-Z]{26}$/);
    expect({ ...kept, customerId }).toEqual({ ...before, paymentToken: 'erased' });
    for (const { orderId } of [shipped, refunded]) await seeInvoice(pseudonym, orderId);
    expect(await api.send({ method: 'GET', path: `/orders/${shipped.orderId}` })).toMatchObject({ status: 404 });

    // The stream is read in order: an event of the rewrite would be published before that of another customer's order.
    const other = await (await newCustomer()).shop.purchase();
    await until('the next order, published', PATIENCE, async () =>
      (await published(other.orderId)).includes('SHIPPED') ? true : undefined,
    );
    expect(await published(shipped.orderId)).toEqual(['PLACED', 'CHARGED', 'SHIPPING', 'SHIPPED']);
    expect((await contentOf('NoticesTable')).filter((notice) => notice.customerId === pseudonym)).toEqual([]);

    expect(await erase(customerId)).toMatchObject({
      code: 0,
      stdout: `There is no data of customer ${customerId}: either erased before, or never a customer of this stage.\n`,
    });
  },
  TIMEOUT,
);

test(
  'a customer with an open order is refused with the id of the order, and nothing is erased',
  async () => {
    const { customerId, api, shop } = await newCustomer();
    const orderId = await shop.place({ shipNotBefore: new Date(Date.now() + 3_600_000).toISOString() });
    await shop.reached(orderId, 'CHARGED');
    try {
      expect(await erase(customerId)).toMatchObject({
        code: 1,
        stderr: expect.stringContaining(`nothing was changed: ${orderId} is CHARGED`),
      });
      expect(await api.send({ method: 'GET', path: `/orders/${orderId}` })).toMatchObject({ status: 200 });
    } finally {
      // Other tests count the stock.
      await shop.cancel(orderId);
    }
  },
  TIMEOUT,
);

test.each([
  [['../other'], '<customer id> must be 1 to 128 letters'],
  [[], '<customer id> is missing: npm run erase'],
  [['a', '--stage', 'production'], `'stage' must be one of ${STAGE_NAMES.join(', ')}, got "production"`],
])('refuses the arguments %j with one sentence', async (args, message) => {
  const { code, stdout, stderr } = await erase(...args);
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(message)]);
});
