import { parseCommand } from '../ops/command-line/command-line.ts';
import { STATUS } from './command-line/commands.ts';
import { runCommand } from './command-line/run-command.ts';
import { enterRunningPlatform } from './platform/running-platform.ts';
import { platformStatus } from './status/platform-status.ts';

/** Prints the stacks, functions, executions, queues and tables of a running platform. */
await runCommand(async () => {
  const { port } = parseCommand(STATUS, process.argv.slice(2));
  await enterRunningPlatform(port);
  for (const { title, lines } of await platformStatus()) {
    console.log(title);
    for (const line of lines) console.log(`  ${line}`);
  }
  return 0;
});
