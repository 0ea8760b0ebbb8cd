import type { Execution } from './execution.ts';
import type { FaultInjector } from './fault-injector.ts';
import { Invocation, type InvocationHost } from './invocation.ts';
import type { Handler } from './process/handlers.ts';
import { SURROUNDINGS } from './process/surroundings.ts';
import type { Workflow } from './workflow.ts';

const SECOND = 1_000;
/** The longest wait before something is tried again. */
const MAX_DELAY = 600 * SECOND;

/** The parts of a run that functions depend on. */
export interface Host extends Omit<InvocationHost, 'skew'> {
  readonly injector: FaultInjector;
  /** The difference of the clock of the next invocation, in milliseconds. */
  readonly nextSkew: () => number;
}

/** Runs functions: the handlers that are deployed, each in surroundings of its own and with its time-out. */
export class FunctionHost {
  readonly #host: Host;
  readonly #functions: Workflow['functions'];
  readonly #handlers: ReadonlyMap<string, Handler>;

  constructor(host: Host, { functions }: Workflow, handlers: ReadonlyMap<string, Handler>) {
    this.#host = host;
    this.#functions = functions;
    this.#handlers = handlers;
  }

  /** Invokes a function by its entry. */
  invoke(entry: string, event: unknown, execution?: Execution): Invocation {
    const handler = this.#handlers.get(entry);
    const deployed = this.#functions[entry];
    if (!handler || !deployed) throw new Error(`the stage deploys no function ${entry}`);
    const { time } = this.#host;
    const stop = execution && ((end: 'TIMED_OUT' | 'ABORTED') => execution.stop(end));
    const invocation = new Invocation(entry, { ...this.#host, skew: this.#host.nextSkew() }, stop);
    const deadline = time.now + deployed.timeoutSeconds * SECOND;
    invocation.after(deployed.timeoutSeconds * SECOND, () => invocation.kill('Sandbox.Timedout'));
    invocation.again = () => void this.invoke(entry, event);
    const context = { functionName: entry, getRemainingTimeInMillis: () => deadline - time.now };
    // The event and the result are sent as JSON.
    SURROUNDINGS.run(invocation, () => handler(asJson(event), context)).then(
      (value) => invocation.succeed(asJson(value)),
      (error) => invocation.fail(error),
    );
    return invocation;
  }

  /** Runs a command of an operator, which has no time-out. */
  command(name: string, run: () => Promise<unknown>): Invocation {
    const invocation = new Invocation(name, { ...this.#host, skew: 0 });
    SURROUNDINGS.run(invocation, run).then(
      (value) => invocation.succeed(value),
      (error) => invocation.fail(error),
    );
    return invocation;
  }

  /** Runs something until it succeeds, at most a number of times; returns nothing if it never does. */
  async repeat<T>(name: string, attempts: number, run: () => Pick<Invocation, 'result'>): Promise<T | undefined> {
    const { injector, time } = this.#host;
    for (let attempt = 0; attempt < attempts; attempt++) {
      try {
        return (await run().result) as T;
      } catch (error) {
        injector.note(name, `failed: ${(error as Error).name}`);
        await time.sleep(Math.min(SECOND * 2 ** attempt, MAX_DELAY));
      }
    }
    return undefined;
  }
}

/** A value as it is after its way to or from a function as JSON. */
function asJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
