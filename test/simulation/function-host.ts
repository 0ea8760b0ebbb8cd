import type { Execution } from './execution.ts';
import type { FaultInjector } from './fault-injector.ts';
import { Invocation } from './invocation.ts';
import { intercepted, type Ports } from './ports.ts';
import type { SimulatedStep } from './steps.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Workflow } from './workflow.ts';

const SECOND = 1_000;
/** The longest wait before something is tried again. */
const MAX_DELAY = 600 * SECOND;

/** The logic of a function, with the ports of one run. */
type Body = (ports: Ports) => Promise<unknown>;

/** Runs functions: each run has its time-out and its own ports, at which faults are injected. */
export class FunctionHost {
  readonly #time: VirtualTime;
  readonly #workflow: Workflow;
  readonly #steps: ReadonlyMap<string, SimulatedStep>;
  readonly #injector: FaultInjector;
  readonly #ports: Ports;

  constructor(
    time: VirtualTime,
    workflow: Workflow,
    steps: ReadonlyMap<string, SimulatedStep>,
    injector: FaultInjector,
    ports: Ports,
  ) {
    this.#time = time;
    this.#workflow = workflow;
    this.#steps = steps;
    this.#injector = injector;
    this.#ports = ports;
  }

  /** Runs a step by its entry, with the settings that the stage deploys. */
  invoke(entry: string, input: unknown, execution?: Execution): Invocation {
    const step = this.#steps.get(entry);
    if (!step) throw new Error(`lambda/orders defines no step ${entry}`);
    return this.#start(entry, (ports) => step.run(ports, this.#deployed(entry).settings)(input), execution);
  }

  /** Runs something until it succeeds, at most a number of times; returns nothing if it never does. */
  async repeat<T>(name: string, attempts: number, run: () => Invocation): Promise<T | undefined> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      try {
        return (await run().result) as T;
      } catch (error) {
        this.#injector.note(name, `failed: ${(error as Error).name}`);
        await this.#time.sleep(Math.min(SECOND * 2 ** attempt, MAX_DELAY));
      }
    }
    return undefined;
  }

  /** Runs the use case of a function that is no step, by its entry. */
  run(entry: string, body: Body): Invocation {
    return this.#start(entry, body);
  }

  #deployed(entry: string): Workflow['functions'][string] {
    const deployed = this.#workflow.functions[entry];
    if (!deployed) throw new Error(`the stage deploys no function ${entry}`);
    return deployed;
  }

  #start(entry: string, body: Body, execution?: Execution): Invocation {
    const invocation = new Invocation(entry, execution && ((end) => execution.stop(end)));
    const { timeoutSeconds } = this.#deployed(entry);
    const cancel = this.#time.after(timeoutSeconds * SECOND, () => invocation.kill('Sandbox.Timedout'));
    invocation.again = () => void this.#start(entry, body);
    const finish = (settle: () => void) => {
      if (invocation.dead) return;
      cancel();
      settle();
    };
    const ports = intercepted(this.#ports, (port, effect) => this.#injector.call(invocation, port, effect));
    body(ports).then(
      (value) => finish(() => invocation.succeed(asJson(value))),
      (error) => finish(() => invocation.fail(error)),
    );
    return invocation;
  }
}

/** A value as it is after its way from a function as JSON. */
function asJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
