import { setTimeout as delay } from 'node:timers/promises';

/** How long to wait for something, and how often to look. */
export interface Patience {
  readonly timeoutMs: number;
  readonly intervalMs: number;
}

/** AWS takes minutes to deliver logs and lake files; the emulator, an instant. */
export const PATIENCE: Patience = { timeoutMs: 300_000, intervalMs: 250 };

/**
 * Looks until there is something to see.
 *
 * @throws Error that says what was waited for, when it does not show in time
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
    if (Date.now() >= deadline) throw new Error(`${what} did not show within ${timeoutMs / 1_000} s`);
    await delay(intervalMs);
  }
}
