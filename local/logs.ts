import { setTimeout as wait } from 'node:timers/promises';
import { parseCommand } from '../ops/command-line/command-line.ts';
import { LOGS } from './command-line/commands.ts';
import { runCommand } from './command-line/run-command.ts';
import { functionNamed, runningFunctions } from './functions/running-functions.ts';
import { FunctionLog } from './logs/function-log.ts';
import { describeLogEntry } from './logs/log-entry.ts';
import { enterRunningPlatform } from './platform/running-platform.ts';

const POLLING_MILLISECONDS = 500;

/** Prints the logs of a running platform's functions, ordered by time. */
await runCommand(async () => {
  const { function: name, follow, order, port } = parseCommand(LOGS, process.argv.slice(2));
  // The reader of a pipe, such as `head`, may end first.
  process.stdout.on('error', () => process.exit(0));
  await enterRunningPlatform(port);
  const functions = await runningFunctions();
  const chosen = name === undefined ? functions : [functionNamed(functions, name)];
  const logs = chosen.map((each) => new FunctionLog(each, order));
  const width = Math.max(...chosen.map(({ entry }) => entry.length));
  for (;;) {
    const entries = (await Promise.all(logs.map((log) => log.next()))).flat();
    for (const entry of entries.sort((left, right) => left.time - right.time)) {
      console.log(describeLogEntry(entry, width));
    }
    if (entries.length > 0) continue;
    if (!follow) return 0;
    await wait(POLLING_MILLISECONDS);
  }
});
