import type { Execution } from './execution.ts';
import type { FaultInjector } from './fault-injector.ts';
import { FUNCTIONS, type Told } from './functions.ts';
import { Invocation } from './invocation.ts';
import { intercepted, type Ports } from './ports.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Workflow } from './workflow.ts';

const SECOND = 1_000;
/** How long a function may take that is no part of the workflow, such as those behind the API. */
const TIMEOUT_SECONDS = 10;
/** The longest that is waited before something is tried again. */
const MAX_DELAY = 600 * SECOND;

/** What a function does with the ports it is given. */
type Body = (ports: Ports) => Promise<unknown>;

/** Runs functions: each run with its time-out, its own ports, and whatever goes wrong at them. */
export class FunctionHost {
  readonly #time: VirtualTime;
  readonly #workflow: Workflow;
  readonly #injector: FaultInjector;
  readonly #ports: Ports;

  constructor(time: VirtualTime, workflow: Workflow, injector: FaultInjector, ports: Ports) {
    this.#time = time;
    this.#workflow = workflow;
    this.#injector = injector;
    this.#ports = ports;
  }

  /** Runs a function of the platform by its entry. */
  invoke(entry: string, told: unknown, execution?: Execution): Invocation {
    const run = FUNCTIONS[entry];
    const deployed = this.#workflow.functions[entry];
    if (!run) throw new Error(`the simulation knows no function ${entry}`);
    if (!deployed) throw new Error(`the stage deploys no function ${entry}`);
    return this.#start(entry, (ports) => run(ports, told as Told, deployed.settings), execution);
  }

  /** Runs something again and again until it succeeds, a number of times; answers with nothing where it never does. */
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

  /** Runs what is no function of the workflow. */
  run(name: string, body: Body): Invocation {
    return this.#start(name, body);
  }

  #start(name: string, body: Body, execution?: Execution): Invocation {
    const invocation = new Invocation(name, execution);
    const timeout = this.#workflow.functions[name]?.timeoutSeconds ?? TIMEOUT_SECONDS;
    const cancel = this.#time.after(timeout * SECOND, () => invocation.kill('Sandbox.Timedout'));
    invocation.again = () => void this.#start(name, body);
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

/** What is left of a value on its way from a function. */
function asJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
