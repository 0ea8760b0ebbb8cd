import { setTimeout as wait } from 'node:timers/promises';
import { local } from '../../lib/stages/local.ts';
import { demoSteps } from '../../local/demo/demo-steps.ts';
import { enterEnvironment } from '../../local/platform/emulator-environment.ts';
import type { LocalPlatform } from '../../local/platform/local-platform.ts';
import type { Step } from '../../local/platform/step.ts';
import { type Figures, figuresOf } from '../load/figures.ts';
import { liftThrottle } from '../load/lift-throttle.ts';
import { sendRequests } from '../load/load-generator.ts';
import { CLIENTS } from '../load/load-run.ts';
import { settlementOf } from '../load/settlement.ts';
import { ORDER, type StockedShop, stockShop } from '../load/stocked-shop.ts';
import { memoryOfDescendants, peakMemory } from './memory.ts';

/** Time without a request before the memory at rest is read: idle environments of functions end after 20 seconds. */
const REST_SECONDS = 30;
/** Orders before the measurement, so that the functions have started. */
const WARM_UP_SECONDS = 5;
const PATIENCE = { timeoutMs: 600_000, intervalMs: 250 };

/** Figures of a local platform. */
export interface LocalFigures {
  /** Seconds of each step of the start, by its title. */
  readonly steps: ReadonlyMap<string, number>;
  readonly demoSeconds: number;
  readonly restBytes: number;
  readonly loadBytes: number;
  readonly acceptedPerSecond: number;
  /** Orders that ended, by the time from the first request to the last end. */
  readonly completedPerSecond: number;
}

/** Starts the platform, runs the demo, rests, and places orders for some seconds. */
export async function measureLocalRun(platform: LocalPlatform, seconds: number): Promise<LocalFigures> {
  const steps = await timed(platform.steps);
  enterEnvironment(platform.environment);
  const demo = await timed(await demoSteps(local));
  await wait(REST_SECONDS * 1_000);
  const restBytes = memoryOfDescendants();
  return { steps, demoSeconds: sum(demo), restBytes, ...(await measureLoad(platform, seconds)) };
}

async function measureLoad(platform: LocalPlatform, seconds: number) {
  const shop = await stockShop(platform);
  await liftThrottle(shop.orders);
  await placeOrders(shop, WARM_UP_SECONDS);
  const start = performance.now();
  let accepted = { perSecond: 0, accepted: 0 };
  const loadBytes = await peakMemory(async () => {
    accepted = await placeOrders(shop, seconds);
  });
  const completedPerSecond = accepted.accepted / ((performance.now() - start) / 1_000);
  return { loadBytes, acceptedPerSecond: accepted.perSecond, completedPerSecond };
}

/** Places orders for some seconds and waits until all of them have ended. */
async function placeOrders({ orders, token, statuses }: StockedShop, seconds: number): Promise<Figures> {
  const responses = await sendRequests({ url: orders, token, body: ORDER, clients: CLIENTS, seconds });
  const { lost, underWay } = await settlementOf(statuses, responses.orderIds, PATIENCE);
  if (lost.length + underWay.length > 0) throw new Error(`${lost.length} orders lost, ${underWay.length} under way`);
  return figuresOf([responses]);
}

async function timed(steps: Step[]): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const step of steps) {
    const start = performance.now();
    await step.run(() => {});
    times.set(step.title, (performance.now() - start) / 1_000);
  }
  return times;
}

function sum(times: ReadonlyMap<string, number>): number {
  return [...times.values()].reduce((total, each) => total + each, 0);
}
