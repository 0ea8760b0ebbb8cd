import { NamedError } from './faults.ts';

/** A run of a function; it continues even if nothing waits for it any more. */
export class Invocation {
  readonly name: string;
  /** Stops the execution that waits for the result, if there is one. */
  readonly stopExecution: ((end: 'TIMED_OUT' | 'ABORTED') => void) | undefined;
  /** The result of the function, or its error. */
  readonly result: Promise<unknown>;
  /** The number of calls of ports. */
  calls = 0;
  /** The delivery of its result. */
  answer: 'delivered' | 'lost' | 'stalled' | 'States.Runtime' | 'States.DataLimitExceeded' = 'delivered';
  /** Runs the same function a second time. */
  again: () => void = () => {};
  #dead = false;
  #settle: { resolve: (value: unknown) => void; reject: (error: Error) => void };

  constructor(name: string, stopExecution?: Invocation['stopExecution']) {
    this.name = name;
    this.stopExecution = stopExecution;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    // A run that nothing waits for may fail.
    promise.catch(() => {});
    this.result = promise;
    this.#settle = { resolve, reject };
  }

  /** True if the process has ended: the function makes no more calls. */
  get dead(): boolean {
    return this.#dead;
  }

  succeed(value: unknown): void {
    this.#settle.resolve(value);
  }

  fail(error: Error): void {
    this.#settle.reject(error);
  }

  /** Ends the function's process immediately. */
  kill(error: string): void {
    this.#dead = true;
    this.#settle.reject(new NamedError(error));
  }
}
