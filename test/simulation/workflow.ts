import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { machinesIn, type Retrier } from '../../docs/generator/workflow-definition.ts';
import type { TableSchema } from '../aws/dynamodb/table.ts';

/** A state, as far as the simulation reads it. */
export interface State {
  Type: string;
  Resource?: string;
  Parameters?: { FunctionName?: string };
  TimeoutSeconds?: number;
  TimestampPath?: string;
  Next?: string;
  Retry?: readonly Retrier[];
  Catch?: { ErrorEquals: string[]; Next: string }[];
  Branches?: Definition[];
  ItemProcessor?: Definition;
  [field: string]: unknown;
}

/** A definition of a state machine, as far as the simulation reads it. */
export interface Definition {
  StartAt: string;
  States: Record<string, State>;
  TimeoutSeconds?: number;
}

/** A function that reads the stream of orders, as its event source mapping delivers it. */
export interface ReaderOfStream {
  /** The filter of records, as JSON. */
  readonly pattern: string;
  readonly batchSize: number;
  /** The number of retries of a batch. */
  readonly retries: number;
  readonly maxAgeMs: number;
  readonly bisects: boolean;
  /** True if the function reports the first record that failed. */
  readonly reportsFailures: boolean;
}

/** A queue that is subscribed to a topic, and its consumer. */
export interface QueueOfTopic {
  readonly name: string;
  /** The ARN of the topic. */
  readonly topic: string;
  /** The entry of the function that consumes it. */
  readonly consumer: string;
  /** The event types that the filter of the subscription lets pass. @default - all */
  readonly eventTypes?: readonly string[] | undefined;
  readonly isFifo: boolean;
  readonly maxReceiveCount: number;
  readonly visibilityMs: number;
  readonly batchSize: number;
}

/** The order workflow of a stage, and what its functions are connected with. */
export interface Workflow {
  /** The definition, with the entries of functions instead of their ARNs. */
  readonly definition: Definition;
  readonly functions: Record<string, { readonly timeoutSeconds: number; readonly settings: Record<string, string> }>;
  readonly tables: Readonly<Record<string, TableSchema>>;
  /** The readers of the stream of orders, by the entries of their functions. */
  readonly readers: Readonly<Record<string, ReaderOfStream>>;
  readonly queues: readonly QueueOfTopic[];
  /** The statuses that start an execution. */
  readonly startedFor: readonly string[];
  /** The ends of executions that are compensated. */
  readonly compensatedFor: readonly string[];
  /** The number of attempts to process the end of an execution before it is set aside. */
  readonly compensationAttempts: number;
  /** The filters of log lines that report an order that needs attention, by the functions that log them. */
  readonly reports: Readonly<Record<string, string>>;
  /** The interval of the sweeper. */
  readonly sweepIntervalMinutes: number;
}

/** A state that the simulation runs instead of the library. */
export interface Task {
  readonly name: string;
  /** The entry of its function; undefined if it waits for a time. */
  readonly entry: string | undefined;
  /** True if it continues with the answer to its task token, and not with the result of the function. */
  readonly waitsForToken: boolean;
  readonly timeoutSeconds: number;
  readonly retriers: readonly Retrier[];
  /** The path of the time that it waits for. */
  readonly timestampPath: string | undefined;
}

/** The order workflow, prepared for many runs. */
export class PreparedWorkflow {
  readonly workflow: Workflow;
  readonly machine: StateMachine;
  readonly tasks: readonly Task[];
  /** Retry intervals of zero: the library must not wait in real time. */
  readonly retryIntervals: Record<string, number>;

  constructor(workflow: Workflow) {
    this.workflow = workflow;
    const definition: Definition = JSON.parse(JSON.stringify(workflow.definition));
    // The library would wait in real time for the state machine's time-out, and for 24 days at most.
    delete definition.TimeoutSeconds;
    this.tasks = takeOver(definition);
    this.retryIntervals = Object.fromEntries(this.tasks.map(({ name }) => [name, 0]));
    this.machine = new StateMachine(definition as unknown as StateMachineDefinition, {
      validationOptions: { noValidate: true },
    });
  }
}

/** Finds the states that run a function, and turns waits into tasks. */
function takeOver(definition: Definition): Task[] {
  return Object.entries(definition.States).flatMap(([name, state]) => {
    // The default, which the library reads as the name of a field if it is explicit.
    if (state.ResultPath === '$') delete state.ResultPath;
    if (state.Type !== 'Task' && state.Type !== 'Wait') return machinesIn(state).flatMap(takeOver);

    const waitsForToken = state.Resource?.endsWith('.waitForTaskToken') ?? false;
    const task: Task = {
      name,
      entry: waitsForToken ? state.Parameters?.FunctionName : state.Resource,
      waitsForToken,
      timeoutSeconds: state.TimeoutSeconds ?? Number.POSITIVE_INFINITY,
      retriers: state.Retry ?? [],
      timestampPath: state.TimestampPath,
    };
    if (state.Type === 'Wait') Object.assign(state, { Type: 'Task', Resource: 'virtual time', ResultPath: null });
    // The library's time-out is in real time; the simulation has its own.
    delete state.TimeoutSeconds;
    return [task];
  });
}
