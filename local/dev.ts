import { watch } from 'chokidar';
import { parseCommand } from './command-line/command-line.ts';
import { DEV } from './command-line/commands.ts';
import { runCommand } from './command-line/run-command.ts';
import { DevLoop } from './dev/dev-loop.ts';
import { CHECKOUT } from './platform/checkout.ts';
import { LocalPlatform } from './platform/local-platform.ts';
import { PlatformRun } from './platform/platform-run.ts';

/** The sources of the app and its functions. */
const WATCHED = ['bin', 'lib', 'lambda', 'cdk.json'];

/** Starts the platform and keeps it up to date with its sources until it is interrupted. */
await runCommand(async () => {
  const platform = new LocalPlatform(parseCommand(DEV, process.argv.slice(2)));
  const run = new PlatformRun(platform);
  return await run.finish(async () => {
    const loop = new DevLoop(platform, console.log);
    await loop.begin();
    watch(WATCHED, { cwd: CHECKOUT, ignoreInitial: true })
      .on('ready', () => console.log(`\nWatching ${WATCHED.join(', ')}`))
      .on('all', (_, file) => loop.take(file));
    await run.serve(0);
    return await new Promise<never>(() => {});
  });
});
