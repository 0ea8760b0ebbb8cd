import { SeededRandom } from '../../simulation/random.ts';
import { VirtualTime } from '../../simulation/virtual-time.ts';
import { InMemoryOrders } from './in-memory-orders.ts';
import { ordersInDynamo } from './orders-in-dynamo.ts';
import type { ParallelOrders } from './parallel-orders-contract.ts';
import { type RequestFault, SimulatedDynamo } from './simulated-dynamo.ts';

/** The longest time, in milliseconds, that a request or an answer is on its way. */
const TRAVEL = 10;
const NOW = () => new Date('2026-01-01T12:00:00Z');

function virtualTime(seed: number) {
  const random = new SeededRandom(seed);
  const time = new VirtualTime(random);
  const sleepUpTo = (milliseconds: number) => time.sleep(random.next() * milliseconds);
  const run = async (actors: Promise<unknown>) => {
    let running = true;
    const ended = actors.finally(() => {
      running = false;
    });
    // The SDK reads its configuration in real time.
    while (running) await time.runUntilQuiet(100_000);
    await ended;
  };
  return { time, sleepUpTo, run };
}

/** Orders in memory; a call has its effect some time after its start, and some time before its answer. */
export function memoryInVirtualTime(seed: number): ParallelOrders {
  const { sleepUpTo, run } = virtualTime(seed);
  const orders = new InMemoryOrders();
  const { find, change } = orders;
  const travelling = async <T>(effect: () => Promise<T>) => {
    await sleepUpTo(TRAVEL);
    return effect().finally(() => sleepUpTo(TRAVEL));
  };
  orders.find = (orderId) => travelling(() => find.call(orders, orderId));
  orders.change = (order, to) => travelling(() => change.call(orders, order, to));
  return { orders, run };
}

/** Orders in a simulated DynamoDB, whose transactions hold their items for a time. */
export function dynamoInVirtualTime(seed: number, holdMs = 10) {
  const { time, sleepUpTo, run } = virtualTime(seed);
  let faults: (RequestFault | undefined)[] = [];
  const dynamo = new SimulatedDynamo({
    travel: () => sleepUpTo(TRAVEL),
    hold: () => time.sleep(holdMs),
    fault: () => faults.shift(),
  });
  const tables = { orders: 'orders', stock: 'stock', idempotencyKeys: 'keys' };
  const orders = ordersInDynamo(dynamo.client, { tables, now: NOW, wait: sleepUpTo });
  const inject = (injected: readonly (RequestFault | undefined)[]) => {
    faults = [...injected];
  };
  return { orders, run, inject, time, sleepUpTo, dynamo };
}
