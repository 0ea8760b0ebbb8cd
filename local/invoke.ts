import { parseCommand } from '../ops/command-line/command-line.ts';
import { INVOKE } from './command-line/commands.ts';
import { runCommand } from './command-line/run-command.ts';
import { functionNamed, runningFunctions } from './functions/running-functions.ts';
import { invoke } from './invoke/invocation.ts';
import { fillPlaceholders } from './invoke/placeholders.ts';
import { PlatformValues } from './invoke/platform-values.ts';
import { readEvent } from './invoke/samples.ts';
import { enterRunningPlatform } from './platform/running-platform.ts';

/** Invokes a function of a running platform and prints its result; the exit code is 1 if it failed. */
await runCommand(async () => {
  const { function: name, file, port } = parseCommand(INVOKE, process.argv.slice(2));
  await enterRunningPlatform(port);
  const chosen = functionNamed(await runningFunctions(), name);
  const values = await PlatformValues.ofRunningPlatform();
  try {
    const event = await fillPlaceholders(await readEvent(chosen.entry, file), values.all);
    const { result, failed, milliseconds, log } = await invoke(chosen, event);
    for (const line of log) console.log(line);
    console.log(
      `${failed ? '✖' : '✔'} ${chosen.entry} ${failed ? 'failed' : 'answered'} after ${milliseconds.toFixed(0)} ms`,
    );
    console.log(JSON.stringify(result, undefined, 2));
    return failed ? 1 : 0;
  } finally {
    await values.release();
  }
});
