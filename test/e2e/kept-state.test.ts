import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getInvoice, getOrder, listOrders, listProducts } from '../../client/order-api.ts';
import { until } from '../../client/until.ts';
import { KeptState } from '../../local/kept/kept-state.ts';
import { enterEnvironment } from '../../local/platform/emulator-environment.ts';
import { LocalPlatform, type LocalPlatformProps } from '../../local/platform/local-platform.ts';
import { asWebShop } from './callers.ts';
import { type Deployed, deployed, PATIENCE } from './deployed.ts';

/** A port that no other run of the suite uses. */
const PORT = 4616;
const STARTS_MILLISECONDS = 180_000;

const place = mkdtempSync(join(tmpdir(), 'kept-'));
const running: LocalPlatform[] = [];
afterAll(async () => {
  for (const platform of running) await platform.stop();
  rmSync(place, { recursive: true });
});

/** Starts a platform of its own and connects the clients of this file to it. */
async function start(state: Pick<LocalPlatformProps, 'keep' | 'from'>): Promise<[LocalPlatform, Deployed]> {
  const platform = new LocalPlatform({ port: PORT, ...state });
  running.push(platform);
  for (const step of platform.steps) await step.run(() => {});
  enterEnvironment(platform.environment);
  return [platform, await deployed()];
}

/** Reads what a customer and an operator see of an order, the products and the stock. */
async function seen(platform: Deployed, orderId: string) {
  const { api, articles } = platform;
  const shop = api.as(await asWebShop(platform));
  const invoice = await until('the invoice', PATIENCE, async () => {
    const { status, data } = await getInvoice(orderId, api.opts);
    return status === 200 ? Buffer.from(await data.arrayBuffer()).toString('base64') : undefined;
  });
  const [order, orders, products] = await Promise.all([
    getOrder(orderId, api.opts),
    listOrders({}, api.opts),
    listProducts({}, shop.opts),
  ]);
  if (products.status !== 200) throw new Error(`the products cannot be listed: ${products.status}`);
  return {
    order: order.data,
    orders: orders.data,
    // Seeding the articles writes a new version of them.
    products: products.data.products.map(({ sku, name, unitPrice }) => ({ sku, name, unitPrice })),
    stock: await articles.stock(),
    invoice,
  };
}

test(
  'a run that begins with a kept state has its orders, products, stock and invoices, and goes on from there',
  async () => {
    const keep = new KeptState(place, 'demo');
    const [first, before] = await start({ keep });
    const teapot = { sku: 'TEAPOT', name: 'Teapot', warehouse: 'north', unitPrice: 2_000, currency: 'EUR' };
    await before.articles.put(teapot, 3);
    const { orderId } = await before.shop.purchase();
    const kept = await seen(before, orderId);
    expect(kept).toMatchObject({ order: { status: 'SHIPPED' }, orders: { orders: [{ orderId }] } });
    await expect(first.keep()).resolves.toBe('demo');
    await first.stop();

    const [, after] = await start({ from: await KeptState.find(place, 'demo') });
    expect(await seen(after, orderId)).toEqual(kept);
    await expect(after.shop.refund({ orderId })).resolves.toMatchObject({ orderId, status: 'REFUNDED' });
    await expect(after.shop.purchase()).resolves.toMatchObject({ status: 'SHIPPED' });
  },
  STARTS_MILLISECONDS,
);
