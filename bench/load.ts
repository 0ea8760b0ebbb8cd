import { availableParallelism } from 'node:os';
import { LocalPlatform } from '../local/platform/local-platform.ts';
import { runSteps } from '../local/platform/step-list.ts';
import { interruption } from '../local/processes/interruption.ts';
import { describeLoad } from './load/describe-load.ts';
import { parseLoadOptions } from './load/load-options.ts';
import { CLIENTS, LoadRun } from './load/load-run.ts';

/** Places orders on a local platform of its own as fast as they are accepted: `npm run load`. */
async function load(): Promise<number> {
  const { port, seconds } = parseLoadOptions(process.argv.slice(2));
  const platform = new LocalPlatform({ port });
  const run = new LoadRun(platform, seconds);
  const work = async () => {
    try {
      await runSteps([...platform.steps, ...run.steps]);
    } catch {
      console.error(`The measurement failed: see ${platform.logs.join(' and ')}`);
      return 1;
    }
    const { lines, exitCode } = describeLoad(run.result);
    const day = new Date().toISOString().slice(0, 10);
    console.log(`\n${CLIENTS} clients for ${seconds} s each, on ${availableParallelism()} cores, ${day}:`);
    for (const line of lines) console.log(line);
    console.log('The same cores ran the workflows of the orders during "orders" and "bare, during workflows".');
    return exitCode;
  };
  try {
    return await Promise.race([work(), interruption().then(({ exitCode }) => exitCode)]);
  } finally {
    await platform.stop();
  }
}

try {
  process.exitCode = await load();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
process.exit();
