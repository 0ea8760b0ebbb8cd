import { SQSClient } from '@aws-sdk/client-sqs';
import { until } from '../../client/until.ts';
import { local } from '../../lib/stages/local.ts';
import { enterEnvironment } from '../../local/platform/emulator-environment.ts';
import type { LocalPlatform } from '../../local/platform/local-platform.ts';
import type { Step } from '../../local/platform/step.ts';
import { deployBare } from './bare-deployment.ts';
import type { LoadResult } from './describe-load.ts';
import { figuresOf } from './figures.ts';
import { liftThrottle } from './lift-throttle.ts';
import { type LoadPhase, type Responses, sendRequests } from './load-generator.ts';
import { queuesEmpty } from './queues-empty.ts';
import { type Settlement, settlementOf } from './settlement.ts';
import { ORDER, type StockedShop, stockShop } from './stocked-shop.ts';

/** Number of concurrent requests. */
export const CLIENTS = 8;
/** Goal for the rate of orders, as a share of the bare function's rate. */
const GOAL = 0.9;

/** Warm-up: function processes start and code is compiled before anything is measured. */
const WARM_UP_SECONDS = 3;
/** The workflows end long after their orders were accepted. */
const PATIENCE = { timeoutMs: 1_800_000, intervalMs: 2_000 };

/** Measured targets: orders, the bare function while their workflows run, and the bare function alone. */
type Target = 'orders' | 'bareDuringWorkflows' | 'bareAlone';

/** Load test of a running local platform: orders, with the bare function before and after them. */
export class LoadRun {
  readonly #platform: LocalPlatform;
  readonly #seconds: number;
  readonly #responses: Record<Target, Responses[]> = { orders: [], bareDuringWorkflows: [], bareAlone: [] };
  readonly #warmUps: Responses[] = [];
  #accepted: readonly string[] = [];
  #shop: StockedShop | undefined;
  #bare = '';
  #settlement: Settlement = { settled: new Map(), underWay: [], lost: [] };

  constructor(platform: LocalPlatform, seconds: number) {
    this.#platform = platform;
    this.#seconds = seconds;
  }

  /**
   * Steps of the test, in order.
   *
   * The bare function is measured in two states of the platform: while it runs the workflows of the orders, right after
   * these; and while it is idle, half of the time before the orders and half at the end.
   */
  get steps(): Step[] {
    const half = this.#seconds / 2;
    const bare = `Call the bare function for ${half} s`;
    return [
      { title: 'Stock an article and sign a customer in', run: () => this.#prepare() },
      { title: 'Warm up', run: (report) => this.#warmUp(report) },
      { title: bare, run: () => this.#sendRequests('bareAlone', half) },
      { title: `Place orders for ${this.#seconds} s`, run: () => this.#sendRequests('orders', this.#seconds) },
      {
        title: `Call the bare function for ${half} s while the workflows of the orders run`,
        run: () => this.#sendRequests('bareDuringWorkflows', half),
      },
      { title: 'Wait until every order is settled', run: (report) => this.#settle(report) },
      { title: `${bare} again`, run: () => this.#sendRequests('bareAlone', half) },
    ];
  }

  /** Result of the test, once all steps are done. */
  get result(): LoadResult {
    const others = new Map<string, number>();
    for (const responses of [...this.#warmUps, ...Object.values(this.#responses).flat()]) {
      for (const [what, count] of responses.others) others.set(what, (others.get(what) ?? 0) + count);
    }
    const { orders, bareDuringWorkflows, bareAlone } = this.#responses;
    return {
      orders: figuresOf(orders),
      bareDuringWorkflows: figuresOf(bareDuringWorkflows),
      bareAlone: figuresOf(bareAlone),
      others,
      settlement: this.#settlement,
      goal: GOAL,
    };
  }

  async #prepare(): Promise<string[]> {
    enterEnvironment(this.#platform.environment);
    const shop = await stockShop(this.#platform);
    this.#shop = shop;
    this.#bare = `${await deployBare(this.#platform, shop.outputs.get('UserPoolId'))}orders`;
    const addresses = [shop.orders, this.#bare];
    await Promise.all(addresses.map(liftThrottle));
    return addresses;
  }

  async #warmUp(report: (line: string) => void): Promise<string[]> {
    this.#warmUps.push(await sendRequests(this.#phase('bareAlone', WARM_UP_SECONDS)));
    const orders = await sendRequests(this.#phase('orders', WARM_UP_SECONDS));
    this.#warmUps.push(orders);
    this.#accepted = orders.orderIds;
    return this.#settle(report);
  }

  async #sendRequests(what: Target, seconds: number): Promise<string[]> {
    const responses = await sendRequests(this.#phase(what, seconds));
    this.#responses[what].push(responses);
    if (what === 'orders') this.#accepted = [...this.#accepted, ...responses.orderIds];
    return [`${figuresOf([responses]).perSecond.toFixed(1)} accepted a second`];
  }

  async #settle(report: (line: string) => void): Promise<string[]> {
    const startedAt = Date.now();
    this.#settlement = await settlementOf(this.#stocked.statuses, this.#accepted, PATIENCE, report);
    report('waiting for the queues');
    const sqs = new SQSClient({ region: local.region, useQueueUrlAsEndpoint: false });
    await until('empty queues', PATIENCE, async () => (await queuesEmpty(sqs)) || undefined);
    return [`after ${Math.round((Date.now() - startedAt) / 1_000)} s`];
  }

  #phase(what: Target, seconds: number): LoadPhase {
    const { orders, token } = this.#stocked;
    return { url: what === 'orders' ? orders : this.#bare, token, body: ORDER, clients: CLIENTS, seconds };
  }

  get #stocked(): StockedShop {
    if (!this.#shop) throw new Error('the shop is stocked by the first step');
    return this.#shop;
  }
}
