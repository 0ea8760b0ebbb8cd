import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { runCommand } from '../local/command-line/run-command.ts';
import { CheckoutCopy } from './dev/checkout-copy.ts';
import { DevProcess } from './dev/dev-process.ts';
import { median } from './median.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** Differs from the ports of `npm start`, of the end-to-end tests and of other measurements. */
const PORT = 4626;
const ROUNDS = 7;
/** Time in which the synthesis that follows a save ends. */
const PAUSE_MILLISECONDS = 5_000;

/** A source that is saved again and again. */
interface Save {
  readonly name: string;
  readonly file: string;
  /** A text of the file, and its replacement in a round. */
  readonly text: string;
  readonly replacement: (round: number) => string;
  /** Printed when the change runs. */
  readonly printed: string;
  readonly goalSeconds: number;
}

const SAVES: Save[] = [
  {
    name: 'function replaced',
    file: 'lambda/api/routes/requested-product.ts',
    text: 'There is no product',
    replacement: (round) => `There is no product (${round})`,
    printed: ': replaced api/',
    goalSeconds: 1.5,
  },
  {
    name: 'construct deployed',
    file: 'lib/orders/safety-net.ts',
    text: 'timeout: Duration.minutes(5)',
    replacement: (round) => `timeout: Duration.minutes(${5 + round})`,
    printed: ': deployed local/orders',
    goalSeconds: 6,
  },
];

/** Returns the seconds from each save to the line that says that the change runs. */
async function measure(save: Save, copy: CheckoutCopy, dev: DevProcess): Promise<number[]> {
  const times: number[] = [];
  for (let round = 1, text = save.text; round <= ROUNDS; round++) {
    await wait(PAUSE_MILLISECONDS);
    const start = performance.now();
    copy.edit(save.file, text, save.replacement(round));
    await dev.printed(save.printed);
    times.push((performance.now() - start) / 1_000);
    text = save.replacement(round);
  }
  return times;
}

/** Prints how long `npm run dev` takes from a save to the change in the running platform. */
await runCommand(async () => {
  const copy = new CheckoutCopy();
  const dev = new DevProcess(copy.folder, PORT);
  const work = async () => {
    await dev.printed('Watching');
    console.log(`Medians of ${ROUNDS} saves, with the load of the machine at the end:`);
    for (const save of SAVES) {
      const times = await measure(save, copy, dev);
      const [load = 0] = loadavg();
      const all = times.map((time) => time.toFixed(1)).join(' ');
      const verdict = median(times) <= save.goalSeconds ? 'PASS' : 'MISS';
      const figure = `${median(times).toFixed(1)} s, goal ${save.goalSeconds} s`;
      console.log(`${verdict}  ${save.name}: ${figure} (${all}; load ${load.toFixed(1)})`);
    }
    return 0;
  };
  return await untilInterrupted(work, async () => {
    await dev.interrupt();
    copy.remove();
  });
});
