import { availableParallelism } from 'node:os';
import { runCommand } from '../local/command-line/run-command.ts';
import { LocalPlatform } from '../local/platform/local-platform.ts';
import { runSteps } from '../local/platform/step-list.ts';
import { parseCommand } from '../ops/command-line/command-line.ts';
import { describeLoad } from './load/describe-load.ts';
import { LOAD } from './load/load-command.ts';
import { CLIENTS, LoadRun } from './load/load-run.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** Places orders on a local platform of its own as fast as they are accepted. */
await runCommand(async () => {
  const { port, seconds } = parseCommand(LOAD, process.argv.slice(2));
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
  return await untilInterrupted(work, () => platform.stop());
});
