import type { Order } from '../../lambda/orders/domain/order.ts';
import type { Sweep } from '../../lambda/orders/safety-net/sweep-overdue-orders.ts';
import type { FaultInjector } from './fault-injector.ts';
import type { FunctionHost } from './function-host.ts';
import type { Invocation } from './invocation.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Workflow } from './workflow.ts';

const MINUTE = 60_000;
/** The number of unsuccessful sweeps after which an order counts as stuck. */
const MAX_SWEEPS = 30;
/** The number of sweeps after which only one an hour is run: those between would find the same. */
const FREQUENT_SWEEPS = 12;

/** The end of an execution. */
interface EndedExecution {
  readonly name: string;
  readonly status: string;
  /** In JSON. */
  readonly input: string;
  readonly error: string;
  readonly cause: string;
}

/** The triggers of functions outside of executions, as deployed: EventBridge and the schedule. */
export class Triggers {
  /** The number of orders that the sweeper started or compensated. */
  swept = 0;

  readonly #time: VirtualTime;
  readonly #workflow: Workflow;
  readonly #functions: FunctionHost;
  readonly #injector: FaultInjector;
  readonly #sweeps = new Map<string, () => void>();

  constructor(time: VirtualTime, workflow: Workflow, functions: FunctionHost, injector: FaultInjector) {
    this.#time = time;
    this.#workflow = workflow;
    this.#functions = functions;
    this.#injector = injector;
  }

  /** Delivers the end of an execution from EventBridge. */
  executionEnded({ error, cause, ...ended }: EndedExecution): void {
    const { compensatedFor, compensationAttempts } = this.#workflow;
    if (!compensatedFor.includes(ended.status)) return;
    const event = { detail: { ...ended, error: error || null, cause: cause || null } };
    this.#deliver('deliver to EventBridge', compensationAttempts, () =>
      this.#functions.invoke('orders/compensate-ended-execution', event),
    );
  }

  /** Schedules the sweep that finds the order overdue: an earlier one finds nothing. */
  expectSweep(order: Order, deadline: string | undefined, sweeps = 0): void {
    this.#sweeps.get(order.orderId)?.();
    if (!deadline || sweeps > MAX_SWEEPS) return;
    const due = Math.max(Date.parse(deadline), this.#time.now);
    const interval = this.#workflow.sweepIntervalMinutes * MINUTE;
    const pause = sweeps < FREQUENT_SWEEPS ? 0 : 60 * MINUTE;
    const next = (Math.floor((due + pause) / interval) + 1) * interval;
    const sweep = () => {
      void this.#sweep();
      this.expectSweep(order, deadline, sweeps + 1);
    };
    this.#sweeps.set(order.orderId, this.#time.after(next - this.#time.now, sweep));
  }

  async #sweep(): Promise<void> {
    const entry = 'orders/sweep-overdue-orders';
    const swept = await this.#functions.repeat<Sweep>('the schedule', 1, () => this.#functions.invoke(entry, {}));
    const { STARTED = 0, COMPENSATED = 0 } = swept?.results ?? {};
    this.swept += STARTED + COMPENSATED;
  }

  /** Delivers an event at least once; an event that cannot be delivered is set aside. */
  #deliver(who: string, attempts: number, run: () => Invocation): void {
    const fault = this.#injector.meet({ by: 'the platform', port: who, inExecution: false, first: true });
    const times = { 'lost event': 0, twice: 2 }[fault as string] ?? 1;
    for (let time = 0; time < times; time++) void this.#functions.repeat(who, attempts, run);
  }
}
