import { constants } from 'node:os';
import { onNpmGone } from './npm-parents.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Reason to end this process. */
export interface Interruption {
  readonly reason: string;
  /** The exit code by the shell's convention. */
  readonly exitCode: number;
}

/** Resolves when this process should end: on a signal, a closed output, or the end of npm. */
export async function interruption(): Promise<Interruption> {
  return await new Promise((resolve) => {
    for (const signal of SIGNALS) {
      // Not only once: Ctrl-C also reaches npm, which forwards it.
      process.on(signal, () => resolve({ reason: signal, exitCode: 128 + constants.signals[signal] }));
    }
    for (const stream of [process.stdout, process.stderr]) {
      stream.on('error', () => resolve({ reason: 'the output was closed', exitCode: 128 + constants.signals.SIGPIPE }));
    }
    void onNpmGone(() => resolve({ reason: 'npm was killed', exitCode: 128 + constants.signals.SIGKILL }));
  });
}
