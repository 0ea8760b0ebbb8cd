import { interruption } from '../local/processes/interruption.ts';

/** Runs a measurement until it ends or something interrupts it, releases what it uses, and returns the exit code. */
export async function untilInterrupted(work: () => Promise<number>, release: () => Promise<void>): Promise<number> {
  try {
    return await Promise.race([work(), interruption().then(({ exitCode }) => exitCode)]);
  } finally {
    await release();
  }
}
