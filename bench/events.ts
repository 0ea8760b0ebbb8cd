import { availableParallelism } from 'node:os';
import { stackOutputs } from '../client/stack-outputs.ts';
import { READING } from '../lib/orders/order-changes.ts';
import { local } from '../lib/stages/local.ts';
import { runCommand } from '../local/command-line/run-command.ts';
import { enterEnvironment } from '../local/platform/emulator-environment.ts';
import { LocalPlatform } from '../local/platform/local-platform.ts';
import { measurePublishing, type PublishingTimes } from './events/measure-publishing.ts';
import { eventRate, RECORDS_PER_ORDER } from './events/model.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** Differs from the ports of `npm start`, of the end-to-end tests and of other measurements. */
const PORT = 4616;
const SHARDS = 4;
const GOAL = 500;
const RECORDS = 1_000;

const line = (what: string, { elapsed, processor }: PublishingTimes) =>
  `  ${what.padEnd(28)}${elapsed.toFixed(2).padStart(7)} ms elapsed ${processor.toFixed(2).padStart(7)} ms of the processor`;

/** Measures the publishing of events on a local platform of its own, and calculates their rate on AWS from it. */
await runCommand(async () => {
  const platform = new LocalPlatform({ port: PORT });
  const work = async () => {
    for (const step of platform.steps) await step.run(() => {});
    enterEnvironment(platform.environment);
    const outputs = await stackOutputs(local);
    const measured = (size: number) => measurePublishing(outputs, local.region, { batches: RECORDS / size, size });
    const single = await measured(1);
    const batched = await measured(READING.batchSize);
    const { lanes, batchMs, recordsPerSecond, ordersPerSecond } = eventRate(SHARDS, batched.processor);

    console.log(`A record, on ${availableParallelism()} cores, ${new Date().toISOString().slice(0, 10)}:`);
    console.log(line('alone', single));
    console.log(line(`in a batch of ${READING.batchSize}`, batched));
    console.log(`On AWS, by the model: ${lanes} batches at the same time, each of ${batchMs.toFixed(0)} ms`);
    console.log(`  ${recordsPerSecond.toFixed(0)} records a second, ${RECORDS_PER_ORDER} of them an order`);
    const reached = ordersPerSecond >= GOAL;
    console.log(
      `${reached ? 'PASS' : 'MISS'}  orders: ${ordersPerSecond.toFixed(0)} a second on ${SHARDS} shards, goal ${GOAL}`,
    );
    return reached ? 0 : 1;
  };
  return await untilInterrupted(work, () => platform.stop());
});
