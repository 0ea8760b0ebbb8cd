import { hasKnownStatus, type Order } from '../../lambda/orders/domain/order.ts';
import { isSettled } from '../../lambda/orders/domain/order-change.ts';
import { deadlineOf } from '../../lambda/orders/domain/order-deadline.ts';
import { executionInCharge, executionName, type WorkflowInput } from '../../lambda/orders/start/workflow-input.ts';
import { chargeKey } from '../../lambda/payments/provider/payment-key.ts';
import { InMemoryApprovals } from '../orders/approvals/in-memory-approvals.ts';
import { InMemoryShipments } from '../orders/shipments/in-memory-shipments.ts';
import { InMemoryOrders } from '../orders/store/in-memory-orders.ts';
import { InMemoryCircuit } from '../payments/in-memory-circuit.ts';
import { InMemoryPayments } from '../payments/in-memory-payments.ts';
import { Execution, type ExecutionHost } from './execution.ts';
import { FaultInjector } from './fault-injector.ts';
import type { Fault } from './faults.ts';
import { FunctionHost } from './function-host.ts';
import type { Invocation } from './invocation.ts';
import { type Conditions, Outages } from './outages.ts';
import type { Ports } from './ports.ts';
import type { SeededRandom } from './random.ts';
import type { SimulatedStep } from './steps.ts';
import { Triggers } from './triggers.ts';
import { VirtualTime } from './virtual-time.ts';
import type { PreparedWorkflow } from './workflow.ts';

const MINUTE = 60_000;
/** The number of attempts of a client, which together take longer than an outage of a port. */
const CLIENT_ATTEMPTS = 14;
/** The maximum time until an answer reaches the workflow that waits for it. */
const ANSWER_TIME = 5 * MINUTE;
/** The statuses that no order leaves. */
const FINAL: readonly string[] = ['REJECTED', 'CANCELLED', 'FAILED', 'REFUNDED'];

/** The platform in memory, for one run. */
export class World implements ExecutionHost {
  readonly time: VirtualTime;
  readonly random: SeededRandom;
  readonly injector: FaultInjector;
  readonly orders: InMemoryOrders;
  readonly payments = new InMemoryPayments();
  readonly shipments = new InMemoryShipments();
  readonly approvals = new InMemoryApprovals();
  readonly executions = new Map<string, Execution>();
  /** The orders that were accepted, in order. */
  readonly accepted: string[] = [];
  /** Every key of a charge request. */
  readonly chargeKeys = new Set<string>();
  /** The time limit of an approval. */
  readonly approvalSeconds: number;

  /** The violations observed during the run. */
  readonly violations: string[] = [];
  /** Failures that were left to EventBridge and the sweeper, though a Catch handled them. */
  readonly leftToSafetyNet: string[] = [];
  /** The orders that were reported to a person. */
  readonly reported = new Set<string>();
  /** Approvals that a workflow waited for until the time-out, though they had ended. */
  readonly waitedInVain: string[] = [];
  /** The longest time from the acceptance of an order to its end, in milliseconds. */
  longest = 0;
  /** Called after every change of an order. */
  onChange: (order: Order) => void = () => {};
  /** Called after every request for an approval. */
  onApprovalRequested: (orderId: string) => void = () => {};

  readonly #workflow: PreparedWorkflow;
  readonly #functions: FunctionHost;
  readonly #answers = new Map<string, (output: unknown) => void>();
  readonly #last = new Map<string, Order>();
  readonly #recordedCharges = new Set<string>();
  readonly #approvalEnds = new Map<string, number>();
  readonly #triggers: Triggers;
  readonly #skew: number;
  /** The previous answers to reads that are not consistent; undefined if such reads return what is true. */
  readonly #previous: Map<string, unknown> | undefined;
  readonly #acceptedAt = new Map<string, number>();

  constructor(
    prepared: PreparedWorkflow,
    steps: ReadonlyMap<string, SimulatedStep>,
    catalogue: Ports['catalogue'],
    random: SeededRandom,
    faults: readonly Fault[],
    { outages, skewMinutes = 0, stale = false }: Conditions = { outages: [] },
  ) {
    const { workflow } = prepared;
    this.#workflow = prepared;
    this.random = random;
    this.time = new VirtualTime(random);
    this.injector = new FaultInjector(this.time, random, faults, new Outages(this.time, outages));
    this.#skew = skewMinutes * MINUTE;
    this.#previous = stale ? new Map() : undefined;
    this.injector.answerWrongly = (wrong) => {
      this.payments.wrong = wrong;
    };
    this.approvalSeconds = Number(workflow.functions['orders/request-approval']?.settings.APPROVAL_SECONDS);
    this.orders = new InMemoryOrders(() => this.#clock(), this.approvalSeconds);
    this.#functions = new FunctionHost(this.time, workflow, steps, this.injector, this.#ports(catalogue));
    this.#triggers = new Triggers(this.time, workflow, this.#functions, this.injector);
  }

  /** The orders that were accepted, as they are now. */
  async acceptedOrders(): Promise<Order[]> {
    return (await Promise.all(this.accepted.map((orderId) => this.orders.find(orderId)))) as Order[];
  }

  /** The number of orders that the sweeper started or compensated. */
  get swept(): number {
    return this.#triggers.swept;
  }

  /** Sends a client's request to the platform; repeats it while it fails, as clients do. */
  request<T>(name: string, send: (ports: Ports) => Promise<T>): Promise<T | undefined> {
    return this.#functions.repeat(name, CLIENT_ATTEMPTS, () => this.#functions.run(name, send));
  }

  invoke(entry: string, input: unknown, execution: Execution): Invocation {
    return this.#functions.invoke(entry, input, execution);
  }

  expectAnswer(token: string, answer: (output: unknown) => void): void {
    this.#answers.set(token, answer);
  }

  async answerTimedOut({ input }: Execution): Promise<void> {
    const order = await this.orders.find(input.orderId);
    const endedAt = this.#approvalEnds.get(input.orderId) ?? this.time.now;
    if (order?.status === 'AWAITING_APPROVAL' && endedAt + ANSWER_TIME >= this.time.now) return;
    this.waitedInVain.push(`the approval of ${input.orderId} was waited for, though it was over: ${order?.status}`);
  }

  ended(execution: Execution, error: string, cause = ''): void {
    const { end: status = 'FAILED', name } = execution;
    this.injector.note(name, `${status} ${error}`);
    if (status === 'FAILED' && !error.startsWith('States.')) void this.#expectSettled(execution);
    this.#triggers.executionEnded({ name, status, error, cause, input: JSON.stringify(execution.input) });
  }

  /** Expects that a caught failure is compensated when the execution ends. */
  async #expectSettled({ name, input }: Execution): Promise<void> {
    const order = await this.orders.find(input.orderId);
    if (!order || !hasKnownStatus(order) || isSettled(order.status) || executionInCharge(order) !== name) return;
    this.leftToSafetyNet.push(`${name} failed and left its order ${order.status}`);
  }

  #ports(catalogue: Ports['catalogue']): Ports {
    const { orders, payments, approvals } = this;
    const circuit = new InMemoryCircuit();
    return {
      store: {
        find: (orderId) => orders.find(orderId),
        change: async (order, change) => {
          const result = await orders.change(order, change);
          if (result === 'CHANGED') await this.#changed(order.orderId);
          return result;
        },
        overdue: async (now, shard) => this.#stale('overdue', await orders.overdue(now, shard)),
        needingAttention: async () => this.#stale('needing attention', await orders.needingAttention()),
      },
      intake: {
        remembered: (key) => orders.remembered(key),
        accept: async (order, request) => {
          const accepted = await orders.accept(order, request);
          if (accepted) {
            this.accepted.push(order.orderId);
            await this.#changed(order.orderId);
          }
          return accepted;
        },
      },
      catalogue,
      payments: {
        charge: (request) => {
          this.chargeKeys.add(request.key);
          return payments.charge(request);
        },
        find: (key) => payments.find(key),
        void: (key) => {
          // A charge that is forgotten before it is recorded is known to nobody.
          if (payments.wrong === 'forgotten key' && !this.#recordedCharges.has(key)) payments.wrong = undefined;
          return payments.void(key);
        },
        refund: (key, refundKey, amount) => payments.refund(key, refundKey, amount),
      },
      circuit: {
        find: async () => this.#stale('circuit', await circuit.find()),
        count: (openUntil) => circuit.count(openUntil),
        probe: (found, openUntil) => circuit.probe(found, openUntil),
        close: () => circuit.close(),
      },
      shipments: this.shipments,
      approvals: {
        open: (request) => approvals.open(request),
        find: (orderId) => approvals.find(orderId),
        end: async (orderId, end, by, now) => {
          const kept = await approvals.end(orderId, end, by, now);
          if (kept?.end && !this.#approvalEnds.has(orderId)) this.#approvalEnds.set(orderId, this.time.now);
          return kept;
        },
        pending: (now, limit, after) => approvals.pending(now, limit, after),
      },
      tokens: {
        succeed: async (token, output) => {
          this.#answers.get(token)?.(output);
          this.#answers.delete(token);
        },
      },
      operators: { notify: async (orderId) => this.onApprovalRequested(orderId) },
      workflows: {
        start: async (input) => this.#execute(input),
        progress: async (name) => {
          const execution = this.executions.get(name);
          if (!execution) return 'MISSING';
          return execution.end ? 'ENDED' : 'RUNNING';
        },
      },
      record: () => {},
      now: () => this.#clock(),
      newId: () => `order-${String(this.injector.calls.length).padStart(4, '0')}`,
      wait: (milliseconds) => this.time.sleep(milliseconds),
      report: (orderId) => this.reported.add(orderId),
    };
  }

  /** The clock of a function: those of two functions may differ. */
  #clock(): Date {
    const skew = this.#skew > 0 ? (this.random.next() - 0.5) * this.#skew : 0;
    return new Date(this.time.now + skew);
  }

  /** The answer to a read that is not consistent. */
  #stale<T>(read: string, answer: T): T {
    const previous = this.#previous?.has(read) ? (this.#previous.get(read) as T) : answer;
    this.#previous?.set(read, answer);
    return previous;
  }

  #execute(input: WorkflowInput): void {
    const name = executionName(input);
    if (this.executions.has(name)) return;
    const execution = new Execution(this, this.#workflow, name, input);
    this.executions.set(name, execution);
    this.injector.note(name, 'starts');
    void execution.run();
  }

  /** Handles a change of an order: its record on the stream, and its deadline. */
  async #changed(orderId: string): Promise<void> {
    const order = (await this.orders.find(orderId)) as Order;
    this.injector.note(orderId, `is ${order.status} ${order.reason ?? ''} (version ${order.version})`);
    const before = this.#last.get(orderId);
    if (order.version !== (before?.version ?? 0) + 1) {
      this.violations.push(`${orderId} went from version ${before?.version} to ${order.version}`);
    }
    if (before && FINAL.includes(before.status)) {
      this.violations.push(`${orderId} was ${before.status} and became ${order.status}`);
    }
    this.#last.set(orderId, order);
    if (!before) this.#acceptedAt.set(orderId, this.time.now);
    const age = this.time.now - (this.#acceptedAt.get(orderId) ?? 0);
    if (isSettled(order.status)) this.longest = Math.max(this.longest, age);
    if (order.status === 'CHARGED') this.#recordedCharges.add(chargeKey(orderId));

    this.#triggers.orderChanged(order, deadlineOf(order, this.approvalSeconds));
    this.onChange(order);
  }
}
