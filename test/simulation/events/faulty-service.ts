import type { SeededRandom } from '../random.ts';

const SECOND = 1_000;
/** The latest start of an outage. */
const LATEST_OUTAGE = 300 * SECOND;

/** The delay of a call whose sender has stopped: within the five minutes in which SNS drops duplicates. */
const LATE = 60 * SECOND;

/** A clock that only the simulation advances, with effects that happen later. */
export interface Clock {
  now: number;
  later(milliseconds: number, effect: () => void): void;
}

/** The faults of a service. */
export interface ServiceFaults {
  /** The share of calls that fail before or after their effect, or have it late. */
  readonly rate: number;
  /** The duration of an outage. */
  readonly outageMs: number;
}

/** A service with faults. */
export class FaultyService {
  readonly #clock: Clock;
  readonly #random: SeededRandom;
  readonly #outage: { readonly from: number; readonly until: number };
  readonly #rate: number;

  constructor(clock: Clock, random: SeededRandom, { rate, outageMs }: ServiceFaults) {
    this.#clock = clock;
    this.#random = random;
    this.#rate = rate;
    const from = random.below(LATEST_OUTAGE);
    this.#outage = { from, until: from + outageMs };
  }

  /** Performs a call. It fails, has no answer, or has its effect although it fails. */
  async call<T>(effect: () => T): Promise<T> {
    const { now } = this.#clock;
    if (now >= this.#outage.from && now < this.#outage.until) throw new Error('unavailable');
    if (this.#random.next() >= this.#rate) return effect();
    switch (this.#random.below(5)) {
      case 0:
        throw new Error('unavailable');
      case 1:
        effect();
        throw new Error('the answer is lost');
      case 2:
        return never();
      case 3:
        effect();
        return never();
      default:
        this.#clock.later(LATE, effect);
        return never();
    }
  }

  /** Returns true for an entry of a call that is throttled. */
  throttles(): boolean {
    return this.#random.next() < this.#rate / 2;
  }
}

function never<T>(): Promise<T> {
  return new Promise(() => {});
}
