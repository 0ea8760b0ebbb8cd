import { setTimeout as delay } from 'node:timers/promises';

/** Time limit and interval of polling. */
export interface Patience {
  readonly timeoutMs: number;
  readonly intervalMs: number;
}

/** Long enough for AWS, which takes minutes to deliver logs and lake files. */
export const PATIENCE: Patience = { timeoutMs: 300_000, intervalMs: 250 };

/**
 * Polls until `look` returns a value.
 *
 * @throws Error that names the expected result, if it does not appear in time
 */
export async function until<T>(
  what: string,
  { timeoutMs, intervalMs }: Patience,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() >= deadline) throw new Error(`${what} did not appear within ${timeoutMs / 1_000} s`);
    await delay(intervalMs);
  }
}
