import { LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import { CheckoutCopy } from '../../bench/dev/checkout-copy.ts';
import { DevProcess } from '../../bench/dev/dev-process.ts';
import type { ApiClient } from '../../client/api-client.ts';
import { apiKeyOf } from '../../client/api-keys.ts';
import { withApiKey } from '../../client/credentials.ts';
import type { Problem } from '../../client/order-api.ts';
import { until } from '../../client/until.ts';
import { local } from '../../lib/stages/local.ts';
import { enterEnvironment } from '../../local/platform/emulator-environment.ts';
import { PortClaim } from '../../local/platform/port-claim.ts';
import { enterRunningPlatform } from '../../local/platform/running-platform.ts';
import { familyOf, isRunning } from '../local/running.ts';
import { type Deployed, deployed, PATIENCE } from './deployed.ts';
import { SteadyOrders } from './steady-orders.ts';

/** A port that the rest of the suite does not use. */
const PORT = 4596;
/** A change, its error and its correction, each waiting for a deployment. */
const TEST_MILLISECONDS = 300_000;
const HANDLER = 'lambda/api/routes/requested-product.ts';
const EVERY_HANDLER = 'lambda/platform/settings.ts';
const INTEGRATION = 'lib/api/integrations/health-integration.ts';
const CONSTRUCT = 'lib/orders/safety-net.ts';
const SWEEP = 'orders/sweep-overdue-orders';
const KEPT = 'The version that runs stays.';

const suite = { ...process.env };
const copy = new CheckoutCopy();
const dev = new DevProcess(copy.folder, PORT);
let platform: Deployed;
let webShop: ApiClient;
let orders: SteadyOrders;

beforeAll(async () => {
  await dev.printed('Watching');
  await enterRunningPlatform(PORT);
  platform = await deployed();
  webShop = platform.operator.as(withApiKey(await apiKeyOf(local, platform.outputs, 'WebShopKeyId')));
  orders = new SteadyOrders(platform.shop);
}, TEST_MILLISECONDS);

afterAll(async () => {
  await dev.interrupt();
  copy.remove();
  enterEnvironment(suite);
});

const get = async <Body>(path: string) => (await webShop.send<Body>({ method: 'GET', path })).body;

test(
  'a changed handler answers, also after an error in it',
  async () => {
    const answer = async () => (await get<Problem>('/products/NO-SUCH')).detail;
    copy.edit(HANDLER, 'There is no product', 'We do not sell');
    await dev.printed(`${HANDLER}: replaced api/`);
    expect(await answer()).toBe('We do not sell NO-SUCH.');

    copy.edit(HANDLER, 'return problem(404,', 'return = problem(404,');
    await dev.printed(`✖ ${copy.positionOf(HANDLER, '= problem(')}: Unexpected "="`);
    await dev.printed(KEPT);
    expect(await answer()).toBe('We do not sell NO-SUCH.');

    copy.edit(HANDLER, 'return = problem(404, `We do not sell', 'return problem(404, `Sold out:');
    await dev.printed(`${HANDLER}: replaced api/`);
    expect(await answer()).toBe('Sold out: NO-SUCH.');
  },
  TEST_MILLISECONDS,
);

test(
  'a changed mapping template answers, also after an error in it',
  async () => {
    copy.edit(INTEGRATION, "status: 'UP'", "status: 'READY'");
    await dev.printed(': deployed local/api');
    expect(await get('/health')).toEqual({ status: 'READY' });

    copy.edit(INTEGRATION, 'super(scope, id);', "super(scope, id);\n    throw new Error('no template');");
    await dev.printed(`✖ ${copy.positionOf(INTEGRATION, 'new Error(')}: Error: no template`);
    await dev.printed(KEPT);
    expect(await get('/health')).toEqual({ status: 'READY' });

    copy.edit(INTEGRATION, "\n    throw new Error('no template');", '');
    copy.edit(INTEGRATION, "status: 'READY'", "status: 'FIXED'");
    await dev.printed(': deployed local/api');
    expect(await get('/health')).toEqual({ status: 'FIXED' });
  },
  TEST_MILLISECONDS,
);

test(
  'a changed construct is deployed, also after an error in it and after a change of all functions',
  async () => {
    const timeout = async () => {
      for await (const { Functions = [] } of paginateListFunctions({ client: new LambdaClient() }, {})) {
        const found = Functions.find(({ Environment }) => Environment?.Variables?.POWERTOOLS_SERVICE_NAME === SWEEP);
        if (found) return found.Timeout;
      }
      throw new Error(`no function has the entry ${SWEEP}`);
    };
    copy.edit(EVERY_HANDLER, 'export', 'Object.assign(globalThis, { edition: 2 });\nexport');
    await dev.printed(`${EVERY_HANDLER}: replaced `);

    copy.edit(CONSTRUCT, 'timeout: Duration.minutes(5)', 'timeout: Duration.minutes(4)');
    await dev.printed(': deployed local/orders');
    expect(await timeout()).toBe(240);

    copy.edit(CONSTRUCT, 'timeout: Duration.minutes(4)', 'timeout: Duration.minutes(-4)');
    await dev.printed(`✖ ${copy.positionOf(CONSTRUCT, 'minutes(-4)')}: «DurationAmountsCannotNegative»`);
    await dev.printed(KEPT);
    expect(await timeout()).toBe(240);

    copy.edit(CONSTRUCT, 'timeout: Duration.minutes(-4)', 'timeout: Duration.minutes(3)');
    await dev.printed(': deployed local/orders');
    expect(await timeout()).toBe(180);
  },
  TEST_MILLISECONDS,
);

test(
  'a save that changes neither a function nor a stack is reported',
  async () => {
    for (const file of [HANDLER, CONSTRUCT]) {
      copy.edit(file, 'import', '// Nothing but a comment.\nimport');
      await dev.printed(`✔ ${file}: no function and no stack differs`);
    }
  },
  TEST_MILLISECONDS,
);

test(
  'a save of a construct is reported while a function has an error',
  async () => {
    copy.edit(HANDLER, 'return problem(404,', 'return = problem(404,');
    await dev.printed(KEPT);
    copy.edit(CONSTRUCT, 'import', '// Nothing but a comment.\nimport');
    await dev.printed(`✖ ${CONSTRUCT}: not deployed while a function has an error`);
    copy.edit(HANDLER, 'return = problem(404,', 'return problem(404,');
    await dev.printed(`✔ ${HANDLER}: no function and no stack differs`);
  },
  TEST_MILLISECONDS,
);

test(
  'no order that was placed meanwhile is lost or failed, and the stock balances',
  async () => {
    const accepted = await orders.stop();
    expect(accepted.length).toBeGreaterThan(10);
    for (const orderId of accepted) expect(await platform.shop.settled(orderId)).toMatchObject({ status: 'SHIPPED' });
    const stock = await platform.articles.stock();
    expect(stock).toMatchObject([
      { sku: 'ESPRESSO-CUP', reserved: 0, shipped: 2 * accepted.length },
      { sku: 'ESPRESSO-MACHINE', reserved: 0, shipped: 0 },
      { sku: 'MOKA-POT-6', reserved: 0, shipped: accepted.length },
    ]);
  },
  TEST_MILLISECONDS,
);

test('Ctrl-C ends all processes and releases the port', async () => {
  const family = familyOf(dev.npm.pid);
  await dev.interrupt();
  await until('the end of all processes', PATIENCE, async () => !family.some(({ id }) => isRunning(id)) || undefined);
  await (await PortClaim.take(PORT)).release();
});
