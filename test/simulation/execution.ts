import type { WorkflowInput } from '../../lambda/orders/start/workflow-input.ts';
import { NamedError, UncatchableError } from './faults.ts';
import type { Invocation } from './invocation.ts';
import { Retries } from './retries.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { PreparedWorkflow, Task } from './workflow.ts';

/** The end of an execution. */
export type ExecutionEnd = 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** The environment of an execution. */
export interface ExecutionHost {
  readonly time: VirtualTime;
  readonly random: { next(): number };
  invoke(entry: string, payload: unknown, execution: Execution): Invocation;
  /** Registers a task token whose answer is sent later. */
  expectAnswer(token: string, answer: (output: unknown) => void): void;
  ended(execution: Execution, error: string, cause?: string): void;
  /** Reports that no answer to a task token arrived in time. */
  answerTimedOut(execution: Execution): void;
}

/** The length of a stall of the state machine. */
const STALL_MILLISECONDS = 20 * 60_000;

/** A run of the state machine: the library executes the states, the host their tasks and waits. */
export class Execution {
  readonly name: string;
  readonly input: WorkflowInput;
  end: ExecutionEnd | undefined;
  readonly #host: ExecutionHost;
  readonly #workflow: PreparedWorkflow;
  readonly #retries = new Map<string, Retries>();
  readonly #inFlight = new Set<(error: Error) => void>();
  #tokens = 0;

  constructor(host: ExecutionHost, workflow: PreparedWorkflow, name: string, input: WorkflowInput) {
    this.#host = host;
    this.#workflow = workflow;
    this.name = name;
    this.input = input;
  }

  /** Runs to the end. */
  async run(): Promise<void> {
    const { machine, tasks, retryIntervals } = this.#workflow;
    const nextToken = () => `${this.name}-${++this.#tokens}`;
    // The retries of the one state that reads them.
    let attempts = 0;
    const State = {
      get RetryCount() {
        return attempts++;
      },
    };
    const handlers = Object.fromEntries(tasks.map((task) => [task.name, (input: unknown) => this.#do(task, input)]));
    try {
      await machine.run(this.input as never, {
        overrides: { taskResourceLocalHandlers: handlers as never, retryIntervalOverrides: retryIntervals },
        context: {
          Execution: { Name: this.name, RedriveCount: 0 },
          State,
          Task: {
            get Token() {
              return nextToken();
            },
          },
        },
      }).result;
      this.end ??= 'SUCCEEDED';
    } catch (error) {
      if (this.end) return;
      this.end = 'FAILED';
      const { name = 'Unknown', message } = ((error as Error).cause ?? {}) as Partial<Error>;
      this.#host.ended(this, name, message);
    }
  }

  /** Stops the execution; functions that it waits for continue. */
  stop(end: 'TIMED_OUT' | 'ABORTED'): void {
    if (this.end) return;
    this.end = end;
    for (const reject of this.#inFlight) reject(new UncatchableError(end));
    this.#host.ended(this, '');
  }

  async #do(task: Task, input: unknown): Promise<never> {
    if (this.end) throw new UncatchableError(this.end);
    const { promise, resolve, reject } = Promise.withResolvers<never>();
    this.#inFlight.add(reject);
    const retries = this.#retriesOf(task, input);
    try {
      await Promise.race([promise, this.#host.time.sleep(retries.delay)]);
      return await (task.entry
        ? this.#callFunction(task, input, { promise, resolve, reject })
        : this.#wait(task, input, { promise, resolve }));
    } catch (error) {
      retries.failed((error as Error).name);
      throw error;
    } finally {
      this.#inFlight.delete(reject);
    }
  }

  async #wait(
    { timestampPath = '$' }: Task,
    input: unknown,
    { promise, resolve }: Pick<PromiseWithResolvers<never>, 'promise' | 'resolve'>,
  ) {
    const until = Date.parse(String(at(input, timestampPath)));
    const cancel = this.#host.time.after(Math.max(0, until - this.#host.time.now), resolve as () => void);
    return promise.finally(cancel);
  }

  async #callFunction(
    task: Task,
    input: unknown,
    { promise, resolve, reject }: PromiseWithResolvers<never>,
  ): Promise<never> {
    const { time } = this.#host;
    const payload = task.waitsForToken ? (input as { Payload: { token: string } }).Payload : input;
    const invocation = this.#host.invoke(task.entry as string, payload, this);
    const failed = (error: Error) => reject(new NamedError(error.name, causeOf(error)));
    const cancel = time.after(task.timeoutSeconds * 1_000, () => {
      if (task.waitsForToken) this.#host.answerTimedOut(this);
      reject(new NamedError('States.Timeout'));
    });
    try {
      if (task.waitsForToken) {
        this.#host.expectAnswer((payload as { token: string }).token, resolve as (output: unknown) => void);
        invocation.result.then(() => answered(invocation, () => {}, reject), failed);
      } else {
        invocation.result.then((result) => answered(invocation, () => resolve(result as never), reject), failed);
      }
      const result = await promise;
      cancel();
      if (invocation.answer === 'stalled') await time.sleep(STALL_MILLISECONDS);
      if (this.end) throw new UncatchableError(this.end);
      return result;
    } finally {
      cancel();
    }
  }

  /** The retries of a task, by its input: each parcel has its own. */
  #retriesOf({ name, retriers }: Task, input: unknown): Retries {
    const key = `${name} ${JSON.stringify(input).replace(/"token":"[^"]*"|"retries":\d+/g, '')}`;
    const retries = this.#retries.get(key) ?? new Retries(retriers, this.#host.random);
    this.#retries.set(key, retries);
    return retries;
  }
}

/** The error of a function, as Lambda reports it to the state machine. */
function causeOf({ name, message }: Error): string {
  return JSON.stringify({ errorType: name, errorMessage: message, trace: [] });
}

/** Delivers the result of a function to the state that waits for it, or the fault that replaces the result. */
function answered({ answer }: Invocation, deliver: () => void, reject: (error: Error) => void): void {
  if (answer === 'delivered' || answer === 'stalled') deliver();
  else if (answer !== 'lost') reject(new UncatchableError(answer));
}

/** The value at a path such as `$.prepared[0].shipNotBefore`. */
function at(input: unknown, path: string): unknown {
  const keys = path.match(/[^.[\]$]+/g) ?? [];
  return keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], input);
}
