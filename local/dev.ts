import { once } from 'node:events';
import { watch } from 'chokidar';
import { parseCommand } from '../ops/command-line/command-line.ts';
import { CHECKOUT } from './checkout.ts';
import { DEV } from './command-line/commands.ts';
import { runCommand } from './command-line/run-command.ts';
import { DevLoop } from './dev/dev-loop.ts';
import { chosenStates } from './kept/chosen-states.ts';
import { inspectedFunction } from './platform/inspected-function.ts';
import { LocalPlatform } from './platform/local-platform.ts';
import { PlatformRun } from './platform/platform-run.ts';

/** The sources of the app and its functions. */
const WATCHED = ['bin', 'lib', 'lambda', 'cdk.json'];

/** Starts the platform and keeps it up to date with its sources until it is interrupted. */
await runCommand(async () => {
  const { port, inspect, ...names } = parseCommand(DEV, process.argv.slice(2));
  const inspected = inspect === undefined ? undefined : await inspectedFunction(inspect);
  const platform = new LocalPlatform({ port, inspected, ...(await chosenStates(names)) });
  const changedEarly = new Set<string>();
  let loop: DevLoop | undefined;
  const take = (file: string) => (loop ? loop.take(file) : changedEarly.add(file));
  // Before the platform starts, so that no change is lost meanwhile.
  await once(
    watch(WATCHED, { cwd: CHECKOUT, ignoreInitial: true }).on('all', (_, file) => take(file)),
    'ready',
  );
  const run = new PlatformRun(platform);
  return await run.finish(async () => {
    await run.serve(0);
    loop = new DevLoop(platform, console.log);
    console.log(`\nWatching ${WATCHED.join(', ')}`);
    for (const file of changedEarly) loop.take(file);
    // Bundles it again, so that a debugger shows its sources.
    if (inspected) loop.take(inspected.handler);
    return await new Promise<never>(() => {});
  });
});
