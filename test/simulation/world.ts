import type { DynamoDBRecord } from 'aws-lambda';
import { hasKnownStatus, type Order } from '../../lambda/orders/domain/order.ts';
import { isSettled } from '../../lambda/orders/domain/order-change.ts';
import { deadlineOf } from '../../lambda/orders/domain/order-deadline.ts';
import { executionInCharge } from '../../lambda/orders/start/workflow-input.ts';
import { chargeKey } from '../../lambda/payments/provider/payment-key.ts';
import type { ItemChange } from '../aws/dynamodb/dynamodb.ts';
import { Cloud } from './cloud.ts';
import { Execution, type ExecutionHost } from './execution.ts';
import { FaultInjector } from './fault-injector.ts';
import type { Fault } from './faults.ts';
import { FunctionHost } from './function-host.ts';
import type { Invocation } from './invocation.ts';
import { isReport } from './log-filter.ts';
import { type Conditions, Outages } from './outages.ts';
import type { Handler } from './process/handlers.ts';
import type { SeededRandom } from './random.ts';
import { orderIn, Records } from './records.ts';
import { Subscribers } from './subscribers.ts';
import { Triggers } from './triggers.ts';
import { VirtualTime } from './virtual-time.ts';
import { WatchedPayments } from './watched-payments.ts';
import type { PreparedWorkflow } from './workflow.ts';

const MINUTE = 60_000;
/** The number of attempts of a client, which together take longer than an outage of a dependency. */
const CLIENT_ATTEMPTS = 14;
/** The maximum time until an answer reaches the workflow that waits for it. */
const ANSWER_TIME = 5 * MINUTE;
/** The statuses that no order leaves. */
const FINAL: readonly string[] = ['REJECTED', 'CANCELLED', 'FAILED', 'REFUNDED'];

/** The platform in memory, for one run: its functions are the handlers that are deployed. */
export class World implements ExecutionHost {
  readonly time: VirtualTime;
  readonly random: SeededRandom;
  readonly injector: FaultInjector;
  readonly payments: WatchedPayments;
  readonly records: Records;
  readonly subscribers: Subscribers;
  readonly executions = new Map<string, Execution>();
  /** The orders that were accepted, in order. */
  readonly accepted: string[] = [];
  /** The time limit of an approval. */
  readonly approvalSeconds: number;

  /** The violations observed during the run. */
  readonly violations: string[] = [];
  /** Failures that were left to EventBridge and the sweeper, though a Catch handled them. */
  readonly leftToSafetyNet: string[] = [];
  /** The orders for which a line was logged that the alarm counts. */
  readonly reported = new Set<string>();
  /** Approvals that a workflow waited for until the time-out, though they had ended. */
  readonly waitedInVain: string[] = [];
  /** The longest time from the acceptance of an order to its end, in milliseconds. */
  longest = 0;
  /** Called after every change of an order. */
  onChange: (order: Order) => void = () => {};
  /** Called after every request for an approval. */
  onApprovalRequested: (orderId: string) => void = () => {};

  readonly #prepared: PreparedWorkflow;
  readonly #maxTurns: number;
  readonly #cloud: Cloud;
  readonly #functions: FunctionHost;
  readonly #answers = new Map<string, (output: unknown) => void>();
  readonly #last = new Map<string, Order>();
  readonly #recordedCharges = new Set<string>();
  readonly #approvalEnds = new Map<string, number>();
  readonly #triggers: Triggers;
  /** The previous answers to reads that are not consistent; undefined if such reads return what is true. */
  readonly #previous: Map<string, unknown> | undefined;
  readonly #acceptedAt = new Map<string, number>();
  /** The number of pieces of each article. */
  readonly #pieces = new Map<string, number>();

  constructor(
    prepared: PreparedWorkflow,
    handlers: ReadonlyMap<string, Handler>,
    random: SeededRandom,
    faults: readonly Fault[],
    maxTurns: number,
    { outages, skewMinutes = 0, stale = false }: Conditions = { outages: [] },
  ) {
    const { workflow } = prepared;
    this.#prepared = prepared;
    this.#maxTurns = maxTurns;
    this.random = random;
    this.time = new VirtualTime(random);
    this.injector = new FaultInjector(this.time, random, faults, new Outages(this.time, outages));
    this.#previous = stale ? new Map() : undefined;
    this.payments = new WatchedPayments(this.#recordedCharges, (key) => this.#voided(key));
    this.injector.answerWrongly = (wrong) => {
      this.payments.wrong = wrong;
    };
    this.injector.disturb = (fault, port) => this.subscribers.disturb(fault, port);
    this.approvalSeconds = Number(workflow.functions['orders/request-approval']?.settings.APPROVAL_SECONDS);
    const skew = skewMinutes * MINUTE;
    const host = {
      time: this.time,
      random,
      injector: this.injector,
      nextSkew: () => (skew > 0 ? (random.next() - 0.5) * skew : 0),
      send: (invocation: Invocation, request: Parameters<Cloud['receive']>[0]) =>
        this.injector.send(invocation, this.#cloud.receive(request)),
      log: ({ name }: Invocation, line: string) => this.#logged(name, line),
    };
    this.#functions = new FunctionHost(host, workflow, handlers);
    const invoke = (entry: string, event: unknown) => this.#functions.invoke(entry, event);
    this.subscribers = new Subscribers(workflow, { time: this.time, random, injector: this.injector, invoke });
    this.#cloud = new Cloud(workflow, {
      ...this.subscribers.parts(workflow),
      executions: {
        stateMachineArn: workflow.functions['orders/start-order-workflow']?.settings.ORDER_WORKFLOW_ARN ?? '',
        start: (name, input) => this.#execute(name, JSON.parse(input)),
        statusOf: (name) => {
          const execution = this.executions.get(name);
          return execution && (execution.end ?? 'RUNNING');
        },
        answer: (token, output) => this.#answered(token, output),
      },
      topics: {
        ...this.subscribers.parts(workflow).topics,
        [workflow.functions['orders/request-approval']?.settings.OPERATORS_TOPIC_ARN ?? '']: ({ body }) =>
          this.onApprovalRequested(/^Order (\S+) /.exec(body)?.[1] ?? ''),
      },
      payments: this.payments,
      stale: (read, answer) => this.#stale(read, answer),
    });
    this.records = new Records(this.#cloud.dynamo);
    this.#cloud.dynamo.onChange = (change) => this.#changed(change);
    this.#triggers = new Triggers(this.time, workflow, this.#functions, this.injector);
  }

  /** The orders that were accepted, as they are now. */
  acceptedOrders(): Order[] {
    return this.accepted.flatMap((orderId) => this.records.order(orderId) ?? []);
  }

  /** The number of orders that the sweeper started or compensated. */
  get swept(): number {
    return this.#triggers.swept;
  }

  /** Sends a client's request to the platform; repeats it while it fails, as clients do. */
  async request(entry: string, event: unknown): Promise<{ statusCode: number; body: string } | undefined> {
    return this.#functions.repeat(entry, CLIENT_ATTEMPTS, () => {
      const invocation = this.#functions.invoke(entry, event);
      return { result: invocation.result.then(expectAnswer) };
    });
  }

  /** Runs a command of an operator. */
  async command(name: string, run: () => Promise<unknown>): Promise<void> {
    const invocation = this.#functions.command(name, run);
    await this.settle();
    await invocation.result;
  }

  /** Runs until nothing is left to do. */
  async settle(): Promise<void> {
    await withoutStackTraces(() => this.time.runUntilQuiet(this.#maxTurns));
  }

  invoke(entry: string, input: unknown, execution: Execution): Invocation {
    return this.#functions.invoke(entry, input, execution);
  }

  expectAnswer(token: string, answer: (output: unknown) => void): void {
    this.#answers.set(token, answer);
  }

  answerTimedOut({ input }: Execution): void {
    const order = this.records.order(input.orderId);
    const endedAt = this.#approvalEnds.get(input.orderId) ?? this.time.now;
    if (order?.status === 'AWAITING_APPROVAL' && endedAt + ANSWER_TIME >= this.time.now) return;
    this.waitedInVain.push(`the approval of ${input.orderId} was waited for, though it was over: ${order?.status}`);
  }

  ended(execution: Execution, error: string, cause = ''): void {
    const { end: status = 'FAILED', name } = execution;
    this.injector.note(name, `${status} ${error}`);
    if (status === 'FAILED' && !error.startsWith('States.')) this.#expectSettled(execution);
    this.#triggers.executionEnded({ name, status, error, cause, input: JSON.stringify(execution.input) });
  }

  /** Expects that a caught failure is compensated when the execution ends. */
  #expectSettled({ name, input }: Execution): void {
    const order = this.records.order(input.orderId);
    if (!order || !hasKnownStatus(order) || isSettled(order.status) || executionInCharge(order) !== name) return;
    this.leftToSafetyNet.push(`${name} failed and left its order ${order.status}`);
  }

  #logged(entry: string, line: string): void {
    const pattern = this.#prepared.workflow.reports[entry];
    if (pattern === undefined || !isReport(pattern, line)) return;
    this.reported.add(JSON.parse(line).orderId);
  }

  /** The answer to a read that is not consistent. */
  #stale<T>(read: string, answer: T): T {
    const previous = this.#previous?.has(read) ? (this.#previous.get(read) as T) : answer;
    this.#previous?.set(read, answer);
    return previous;
  }

  #execute(name: string, input: Execution['input']): boolean {
    if (this.executions.has(name)) return false;
    const execution = new Execution(this, this.#prepared, name, input);
    this.executions.set(name, execution);
    this.injector.note(name, 'starts');
    void execution.run();
    return true;
  }

  #answered(token: string, output: string): boolean {
    const answer = this.#answers.get(token);
    this.#answers.delete(token);
    answer?.(JSON.parse(output));
    return answer !== undefined;
  }

  /** Handles a change of an item in any table. */
  #changed({ table, key, before, after }: ItemChange): void {
    const orderId = String(key.orderId?.S);
    if (table === 'Approvals' && after?.end && !before?.end) this.#approvalEnds.set(orderId, this.time.now);
    if (table === 'Stock') this.#stockChanged(String(key.sku?.S));
    if (table === 'Shipments' && this.records.dispatched(orderId) && this.payments.isVoid(orderId)) {
      this.violations.push(`${orderId} was dispatched after its charge was voided`);
    }
    if (table !== 'Orders' || !after) return;
    this.#orderChanged(orderIn(after));
    const images = { Keys: { orderId: after.orderId }, ...(before && { OldImage: before }), NewImage: after };
    const record = { eventName: before ? 'MODIFY' : 'INSERT', dynamodb: images } as unknown as DynamoDBRecord;
    this.subscribers.orderChanged(record);
  }

  #voided(orderId: string): void {
    if (this.records.dispatched(orderId))
      this.violations.push(`the charge of ${orderId} was voided after its dispatch`);
  }

  /** Compares the pieces of an article with their number at the start. */
  #stockChanged(sku: string): void {
    const count = this.records.stockOf(sku);
    if (!count) return;
    const { available, reserved, shipped } = count;
    const pieces = this.#pieces.get(sku) ?? available;
    this.#pieces.set(sku, pieces);
    if (available + reserved + shipped !== pieces || Math.min(available, reserved, shipped) < 0) {
      this.violations.push(`the stock of ${sku} does not add up to ${pieces}: ${JSON.stringify(count)}`);
    }
  }

  /** Handles a change of an order, and its deadline. */
  #orderChanged(order: Order): void {
    const { orderId } = order;
    this.injector.note(orderId, `is ${order.status} ${order.reason ?? ''} (version ${order.version})`);
    const before = this.#last.get(orderId);
    if (order.version !== (before?.version ?? 0) + 1) {
      this.violations.push(`${orderId} went from version ${before?.version} to ${order.version}`);
    }
    if (before && FINAL.includes(before.status)) {
      this.violations.push(`${orderId} was ${before.status} and became ${order.status}`);
    }
    this.#last.set(orderId, order);
    if (!before) {
      this.accepted.push(orderId);
      this.#acceptedAt.set(orderId, this.time.now);
    }
    const age = this.time.now - (this.#acceptedAt.get(orderId) ?? 0);
    if (isSettled(order.status)) this.longest = Math.max(this.longest, age);
    if (order.status === 'CHARGED') this.#recordedCharges.add(chargeKey(orderId));

    this.#triggers.expectSweep(order, deadlineOf(order, this.approvalSeconds));
    this.onChange(order);
  }
}

/** The library's JSONPath throws an error per query, whose stack traces would take a third of the time. */
async function withoutStackTraces(run: () => Promise<void>): Promise<void> {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    await run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The answer of the API; an error for an answer that tells the client to repeat the request. */
function expectAnswer(answer: unknown) {
  const { statusCode, body } = answer as { statusCode: number; body: string };
  if (statusCode >= 500) throw new Error(`answered ${statusCode}`);
  return { statusCode, body };
}
