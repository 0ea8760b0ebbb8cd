import type { HttpRequest, HttpResponse } from '../aws/http.ts';
import { NamedError } from './faults.ts';
import { SURROUNDINGS, type Surroundings } from './process/surroundings.ts';
import type { VirtualTime } from './virtual-time.ts';

/** The parts of a run that an invocation takes its surroundings from. */
export interface InvocationHost {
  readonly time: VirtualTime;
  readonly random: { next(): number };
  /** The difference of the function's clock, in milliseconds. */
  readonly skew: number;
  readonly send: (invocation: Invocation, request: HttpRequest) => Promise<HttpResponse>;
  readonly log: (invocation: Invocation, line: string) => void;
}

/** A run of a function; it continues even if nothing waits for it any more. */
export class Invocation implements Surroundings {
  readonly name: string;
  /** Stops the execution that waits for the result, if there is one. */
  readonly stopExecution: ((end: 'TIMED_OUT' | 'ABORTED') => void) | undefined;
  /** The result of the function, or its error. */
  readonly result: Promise<unknown>;
  /** The number of requests. */
  calls = 0;
  /** The delivery of its result. */
  answer: 'delivered' | 'lost' | 'stalled' | 'States.Runtime' | 'States.DataLimitExceeded' = 'delivered';
  /** Runs the same function a second time. */
  again: () => void = () => {};
  readonly #host: InvocationHost;
  readonly #cancels = new Set<() => void>();
  readonly #settle: { resolve: (value: unknown) => void; reject: (error: Error) => void };
  #ended = false;

  constructor(name: string, host: InvocationHost, stopExecution?: Invocation['stopExecution']) {
    this.name = name;
    this.#host = host;
    this.stopExecution = stopExecution;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    // A run that nothing waits for may fail.
    promise.catch(() => {});
    this.result = promise;
    this.#settle = { resolve, reject };
  }

  /** True if its process is frozen or has ended: the function sends no more requests. */
  get ended(): boolean {
    return this.#ended;
  }

  now(): number {
    return Math.round(this.#host.time.now + this.#host.skew);
  }

  random(): number {
    return this.#host.random.next();
  }

  after(milliseconds: number, run: () => void): () => void {
    if (this.#ended) return () => {};
    const cancelTimer = this.#host.time.after(milliseconds, () => {
      this.#cancels.delete(cancel);
      run();
    });
    const cancel = () => {
      this.#cancels.delete(cancel);
      cancelTimer();
    };
    this.#cancels.add(cancel);
    return cancel;
  }

  /** Sends a request. No answer reaches a process that has ended. */
  async send(request: HttpRequest): Promise<HttpResponse> {
    if (this.#ended) return never();
    try {
      // What follows from a request, such as an execution, is not a part of the function.
      const response = await SURROUNDINGS.run(undefined, () => this.#host.send(this, request));
      return this.#ended ? never() : response;
    } catch (error) {
      if (this.#ended) return never();
      throw error;
    }
  }

  log(line: string): void {
    if (!this.#ended) this.#host.log(this, line);
  }

  succeed(value: unknown): void {
    this.#end(() => this.#settle.resolve(value));
  }

  fail(error: Error): void {
    this.#end(() => this.#settle.reject(error));
  }

  /** Ends the function's process immediately. */
  kill(error: string): void {
    this.fail(new NamedError(error));
  }

  #end(settle: () => void): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const cancel of this.#cancels) cancel();
    settle();
  }
}

function never<T>(): Promise<T> {
  return new Promise(() => {});
}
