import type { Execution } from './execution.ts';
import { NamedError } from './faults.ts';

/** A run of a function: what it does goes on when nobody waits for it any more. */
export class Invocation {
  readonly name: string;
  /** The execution that waits for it. */
  readonly execution: Execution | undefined;
  /** What the function answered with, or how it failed. */
  readonly result: Promise<unknown>;
  /** How many ports it has called. */
  calls = 0;
  /** What becomes of its answer. */
  answer: 'delivered' | 'lost' | 'stalled' | 'States.Runtime' | 'States.DataLimitExceeded' = 'delivered';
  /** Runs the same function a second time. */
  again: () => void = () => {};
  #dead = false;
  #settle: { resolve: (value: unknown) => void; reject: (error: Error) => void };

  constructor(name: string, execution?: Execution) {
    this.name = name;
    this.execution = execution;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    // A run that nobody waits for may fail.
    promise.catch(() => {});
    this.result = promise;
    this.#settle = { resolve, reject };
  }

  /** Whether the function's process is gone: it calls nothing any more. */
  get dead(): boolean {
    return this.#dead;
  }

  succeed(value: unknown): void {
    this.#settle.resolve(value);
  }

  fail(error: Error): void {
    this.#settle.reject(error);
  }

  /** Ends the function's process, in the middle of whatever it does. */
  kill(error: string): void {
    this.#dead = true;
    this.#settle.reject(new NamedError(error));
  }
}
