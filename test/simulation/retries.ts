import type { Retrier } from '../../docs/generator/workflow-definition.ts';

/** The retries of one task: their delays, as the definition has them. The library counts them and ends them. */
export class Retries {
  /** The milliseconds before the next attempt. */
  delay = 0;
  readonly #retriers: readonly Retrier[];
  readonly #random: { next(): number };
  readonly #retried = new Map<Retrier, number>();

  constructor(retriers: readonly Retrier[], random: { next(): number }) {
    this.#retriers = retriers;
    this.#random = random;
  }

  /** Sets the delay after an attempt that failed: the first retrier that names the error decides. */
  failed(error: string): void {
    const retrier = this.#retriers.find(({ ErrorEquals }) => ErrorEquals.includes(error));
    if (!retrier) return;
    const { IntervalSeconds, BackoffRate, MaxDelaySeconds = Number.POSITIVE_INFINITY, JitterStrategy } = retrier;
    const retried = this.#retried.get(retrier) ?? 0;
    this.#retried.set(retrier, retried + 1);
    const seconds = Math.min(IntervalSeconds * BackoffRate ** retried, MaxDelaySeconds);
    this.delay = seconds * 1_000 * (JitterStrategy === 'FULL' ? this.#random.next() : 1);
  }
}
