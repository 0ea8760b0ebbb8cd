import { constants } from 'node:os';
import { onNpmGone } from './npm-parents.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What asked this process to end. */
export interface Interruption {
  readonly reason: string;
  /** What a shell expects of a program that ended for this reason. */
  readonly exitCode: number;
}

/** The first thing that asks this process to end: a signal, a reader that went away, or that npm was killed. */
export async function interruption(): Promise<Interruption> {
  return await new Promise((resolve) => {
    for (const signal of SIGNALS) {
      // Every time: a terminal's Ctrl-C reaches npm too, which passes it on.
      process.on(signal, () => resolve({ reason: signal, exitCode: 128 + constants.signals[signal] }));
    }
    for (const stream of [process.stdout, process.stderr]) {
      stream.on('error', () =>
        resolve({ reason: 'nobody reads the output', exitCode: 128 + constants.signals.SIGPIPE }),
      );
    }
    void onNpmGone(() => resolve({ reason: 'npm was killed', exitCode: 128 + constants.signals.SIGKILL }));
  });
}
