import type { SeededRandom } from './random.ts';

/** The duration of a call of a port. */
const CALL_MILLISECONDS = 20;
interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/**
 * A clock that advances to the next event and decides which actor is next.
 *
 * An actor that calls a port waits for its turn; the seed decides among the waiting actors. If none waits, the clock
 * advances to the next timer. No run sleeps in real time.
 */
export class VirtualTime {
  #now = Date.parse('2026-01-01T10:00:00Z');
  #timers: Timer[] = [];
  #waiting: (() => void)[] = [];
  readonly #random: SeededRandom;

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  get now(): number {
    return this.#now;
  }

  /** The time of the next timer; infinity without one. */
  get next(): number {
    return this.#timers[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Runs a function later; returns a function that cancels it. */
  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.#now + milliseconds, run };
    const later = this.#timers.findIndex(({ at }) => at > timer.at);
    if (timer.at === Number.POSITIVE_INFINITY) return () => {};
    this.#timers.splice(later < 0 ? this.#timers.length : later, 0, timer);
    return () => {
      const index = this.#timers.indexOf(timer);
      if (index >= 0) this.#timers.splice(index, 1);
    };
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /** Waits for the caller's turn. */
  turn(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Runs all actors until none waits and no timer is left, for a maximum number of turns. */
  async runUntilQuiet(maxTurns: number): Promise<void> {
    for (let turn = 0; ; turn++) {
      if (turn > maxTurns) throw new Error(`the run goes on after ${maxTurns} turns`);
      // All pending promises settle, and the streams by which the SDK reads the body of a request to S3.
      await new Promise(setImmediate);
      if (this.#waiting.length > 0 && this.next > this.#now) {
        this.#now += CALL_MILLISECONDS;
        const [chosen] = this.#waiting.splice(this.#random.below(this.#waiting.length), 1);
        chosen?.();
        continue;
      }
      const timer = this.#timers.shift();
      if (!timer) break;
      this.#now = Math.max(this.#now, timer.at);
      timer.run();
    }
    // Releases the objects of the run.
    await new Promise(setImmediate);
  }
}
