import { decideApproval } from '../../../lambda/orders/approvals/decide-approval.ts';
import { requestCancellation } from '../../../lambda/orders/requests/request-cancellation.ts';
import { requestRefund } from '../../../lambda/orders/requests/request-refund.ts';
import { executionName, type WorkflowInput } from '../../../lambda/orders/start/workflow-input.ts';
import { redriveOrder } from '../../../ops/redrive/redrive-order.ts';
import { NamedError } from '../faults.ts';
import { intercepted, type Ports } from '../ports.ts';
import type { SimulatedStep } from '../steps.ts';
import type { PreparedWorkflow, Task } from '../workflow.ts';
import type { Platform, PlatformState } from './platform.ts';
import type { Actor, Ask, Option, Part } from './replay.ts';
import { resolveByRunbook } from './resolve-by-runbook.ts';
import { storeWithoutClaims } from './store-without-claims.ts';

/** The order that the actors act on. */
export const ORDER_ID = 'order';
/** Its customer. */
export const CUSTOMER_ID = 'customer';
/** The number of attempts of a client, of EventBridge and of an operator. */
const ATTEMPTS = 3;

/** The limits of a sweep. */
const UNLIMITED = { getRemainingTimeInMillis: () => Number.POSITIVE_INFINITY };
const SWEEPER = 'orders/sweep-overdue-orders';
/** The calls without an effect. */
const READS = /\.(find|overdue|needingAttention|progress|pending)$/;

/** Makes the actors of one exploration. */
export class Cast {
  readonly #platform: Platform;
  readonly #prepared: PreparedWorkflow;
  readonly #steps: ReadonlyMap<string, SimulatedStep>;

  readonly #withoutClaims: boolean;

  constructor(
    platform: Platform,
    prepared: PreparedWorkflow,
    steps: ReadonlyMap<string, SimulatedStep>,
    { withoutClaims }: { withoutClaims: boolean },
  ) {
    this.#platform = platform;
    this.#prepared = prepared;
    this.#steps = steps;
    this.#withoutClaims = withoutClaims;
  }

  /** The execution of a kind that the stream, the sweeper or an operator starts. */
  execution(kind: WorkflowInput['kind']): Actor {
    return this.#execution(executionName({ orderId: ORDER_ID, kind }), kind);
  }

  /** An execution that somebody starts in the console, under another name. */
  manualExecution(kind: WorkflowInput['kind']): Actor {
    const name = manualName(kind);
    this.#platform.executions.set(name, 'RUNNING');
    return this.#execution(name, kind);
  }

  /** Runs the state machine once it is started; if it fails, EventBridge has its order compensated. */
  #execution(name: string, kind: WorkflowInput['kind']): Actor {
    const { executions } = this.#platform;
    const input = { orderId: ORDER_ID, kind };
    return {
      name: `execution ${name}`,
      run: async (part) => {
        await part((ask) =>
          ask(
            option(
              'begins',
              async () => {},
              () => executions.has(name),
            ),
          ),
        );
        const error = await this.#runMachine(part, name, input);
        const end = error ? 'FAILED' : 'SUCCEEDED';
        await part((ask) => ask(option(`ends ${end}`, async () => void executions.set(name, end))));
        if (error) await this.#compensation(part, name, 'FAILED', error);
      },
    };
  }

  /** A compensation by EventBridge, which may be late: the execution may have been redriven since. */
  compensation(name: string): Actor {
    const execution = executionName({ orderId: ORDER_ID, kind: 'purchase' });
    return { name, run: (part) => this.#compensation(part, execution, 'ABORTED') };
  }

  /** A compensation of an execution that somebody started in the console. */
  manualCompensation(kind: WorkflowInput['kind']): Actor {
    const name = manualName(kind);
    return { name: `${name} ended`, run: (part) => this.#compensation(part, name, 'ABORTED') };
  }

  sweeper(): Actor {
    return { name: 'sweeper', run: (part) => part((ask) => this.#invoke(this.#portsOf(ask), SWEEPER, UNLIMITED)) };
  }

  /** Sweeps without an interleaving. */
  sweep(): Promise<unknown> {
    return this.#invoke({ ...this.#platform.ports, now: later }, SWEEPER, UNLIMITED);
  }

  /** The state of the platform once the execution of the purchase is aborted. */
  abort(state: PlatformState): PlatformState {
    const name = executionName({ orderId: ORDER_ID, kind: 'purchase' });
    return { ...state, executions: new Map([...state.executions, [name, 'ABORTED']]) };
  }

  /** The customer, who cancels the order at any time. */
  cancellation(): Actor {
    return this.#client('customer cancels', (ports) => requestCancellation(ports, CUSTOMER_ID, ORDER_ID));
  }

  /** The customer, who requests a refund at any time. */
  refund(): Actor {
    return this.#client('customer requests a refund', ({ store }) => requestRefund(store, CUSTOMER_ID, ORDER_ID));
  }

  /** An operator, who decides on the approval at any time. */
  operator(decision: 'APPROVED' | 'DENIED'): Actor {
    return this.#client(`operator decides ${decision}`, (ports) =>
      decideApproval(ports, ORDER_ID, decision, 'operator'),
    );
  }

  /** An operator, who starts the workflow of the order if it was not started. */
  redrive(): Actor {
    return this.#client('operator redrives', (ports) => redriveOrder(ports, ORDER_ID));
  }

  /** The payment provider, which contradicts the order at any time, and an operator, who resolves it then. */
  resolution(): Actor {
    const execution = executionName({ orderId: ORDER_ID, kind: 'purchase' });
    return {
      name: 'operator resolves',
      run: async (part) => {
        await this.#compensation(part, execution, 'FAILED', 'PaymentContradiction');
        await repeated(part, (ask) => resolveByRunbook(this.#portsOf(ask), ORDER_ID));
      },
    };
  }

  #client(name: string, send: (ports: Ports) => Promise<unknown>): Actor {
    return { name, run: (part) => repeated(part, (ask) => send(this.#portsOf(ask))) };
  }

  #compensation(part: Part, name: string, status: string, error: string | null = null): Promise<unknown> {
    const event = { detail: { name, status, error, input: JSON.stringify({ orderId: ORDER_ID }) } };
    return repeated(part, (ask) => {
      const ports = this.#portsOf(ask);
      const store = this.#withoutClaims ? storeWithoutClaims(ports.store) : ports.store;
      return this.#invoke({ ...ports, store }, 'orders/compensate-ended-execution', event);
    });
  }

  #invoke(ports: Ports, entry: string, input: unknown): Promise<unknown> {
    const step = this.#steps.get(entry);
    const settings = this.#prepared.workflow.functions[entry]?.settings;
    if (!step || !settings) throw new Error(`the stage deploys no function ${entry}`);
    return step.run(ports, settings)(input);
  }

  #portsOf(ask: Ask): Ports {
    const ports = intercepted(
      this.#platform.ports,
      (port, effect) => ask(option(port, effect, undefined, !READS.test(port))) as Promise<never>,
    );
    // No state depends on the circuit: its calls are no steps.
    return { ...ports, circuit: this.#platform.ports.circuit, now: later };
  }

  /** Runs the deployed state machine; returns the name of the error that it fails with. */
  async #runMachine(part: Part, name: string, input: WorkflowInput): Promise<string | undefined> {
    const { machine, tasks, retryIntervals } = this.#prepared;
    let tokens = 0;
    let attempts = 0;
    const handlers = Object.fromEntries(
      tasks.map((task) => [task.name, (input: unknown) => this.#do(part, task, input)]),
    );
    const Task = {
      get Token() {
        return `${name}-${++tokens}`;
      },
    };
    // The retries of the one state that reads them.
    const State = {
      get RetryCount() {
        return attempts++;
      },
    };
    try {
      await machine.run(input as never, {
        overrides: { taskResourceLocalHandlers: handlers as never, retryIntervalOverrides: retryIntervals },
        context: { Task, State, Execution: { Name: name, RedriveCount: 0 } },
      }).result;
      return undefined;
    } catch (error) {
      return ((error as Error).cause as Error | undefined)?.name ?? 'Unknown';
    }
  }

  async #do(part: Part, { entry, waitsForToken }: Task, input: unknown): Promise<never> {
    // A wait for a date of shipment: other actors act meanwhile at any call.
    if (!entry) return null as never;
    const payload = waitsForToken ? (input as { Payload: { token: string } }).Payload : input;
    const result = await part((ask) => this.#invoke(this.#portsOf(ask), entry, payload));
    if (!waitsForToken) return asJson(result) as never;

    const { token } = payload as { token: string };
    const { answers } = this.#platform;
    const received = option(
      'receives the answer',
      async () => answers.get(token),
      () => answers.has(token),
    );
    const waitedInVain = option('has waited in vain', async () => {
      throw new NamedError('States.Timeout');
    });
    return (await part((ask) => ask(received, waitedInVain))) as never;
  }
}

/** The name of an execution that somebody starts in the console. */
function manualName(kind: WorkflowInput['kind']): string {
  return `manual-${kind}`;
}

/** A time at which every order that is not settled has been overdue for long. */
function later(): Date {
  return new Date('2027-01-01T00:00:00Z');
}

function option(label: string, effect: Option['effect'], enabled = () => true, mayBeLate = false): Option {
  return { label, effect, enabled, mayBeLate };
}

/** Runs something until it succeeds, a number of times. */
async function repeated(part: Part, run: (ask: Ask) => Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const done = await part(run).then(
      () => true,
      () => false,
    );
    if (done) return;
  }
}

/** A value as it is after its way from a function as JSON. */
function asJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
