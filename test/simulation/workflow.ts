import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';

/** How a state is tried again. */
interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds: number;
  readonly BackoffRate: number;
  readonly MaxDelaySeconds: number;
}

/** A state, as far as the simulation reads it. */
export interface State {
  Type: string;
  Resource?: string;
  Parameters?: { FunctionName?: string };
  TimeoutSeconds?: number;
  TimestampPath?: string;
  Next?: string;
  Retry?: Retrier[];
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

/** What a stage deploys of the order workflow. */
export interface Workflow {
  /** With functions by their entry instead of their ARN. */
  readonly definition: Definition;
  readonly functions: Record<string, { readonly timeoutSeconds: number; readonly settings: Record<string, string> }>;
  /** The statuses of an order that the stream tells the function which starts executions. */
  readonly startedFor: readonly string[];
  /** The ends of an execution that EventBridge tells the function which compensates. */
  readonly compensatedFor: readonly string[];
  /** How often a record of the stream is handed to the function that starts executions, before it is set aside. */
  readonly startAttempts: number;
  /** How often the end of an execution is handed to the function that compensates, before it is set aside. */
  readonly compensationAttempts: number;
  /** How often the sweeper runs. */
  readonly sweepIntervalMinutes: number;
}

/** A state in which the simulation takes over from the library. */
export interface Task {
  readonly name: string;
  /** The entry of the function it runs; none where it waits for a time. */
  readonly entry: string | undefined;
  /** Whether it goes on when somebody answers its token, and not with the function's answer. */
  readonly waitsForToken: boolean;
  readonly timeoutSeconds: number;
  readonly retriers: readonly Retrier[];
  /** Where the time it waits for stands in its input. */
  readonly timestampPath: string | undefined;
}

/** The order workflow, made ready to run many times. */
export class PreparedWorkflow {
  readonly workflow: Workflow;
  readonly machine: StateMachine;
  readonly tasks: readonly Task[];
  /** No state waits in real time before it is tried again. */
  readonly retryIntervals: Record<string, number>;

  constructor(workflow: Workflow) {
    this.workflow = workflow;
    const definition: Definition = JSON.parse(JSON.stringify(workflow.definition));
    // The library would wait in real time for the machine's time-out, and for no more than 24 days.
    delete definition.TimeoutSeconds;
    this.tasks = takeOver(definition);
    this.retryIntervals = Object.fromEntries(this.tasks.map(({ name }) => [name, 0]));
    this.machine = new StateMachine(definition as unknown as StateMachineDefinition, {
      validationOptions: { noValidate: true },
    });
  }
}

/** Finds the states that run a function, and makes those that wait for a time into tasks that do. */
function takeOver(definition: Definition): Task[] {
  return Object.entries(definition.States).flatMap(([name, state]) => {
    // The default, which the library takes for the name of a field where it is written out.
    if (state.ResultPath === '$') delete state.ResultPath;
    const nested = [...(state.Branches ?? []), ...(state.ItemProcessor ? [state.ItemProcessor] : [])];
    if (state.Type !== 'Task' && state.Type !== 'Wait') return nested.flatMap(takeOver);

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
    // The library's own time-out is in real time: the simulation keeps the time.
    delete state.TimeoutSeconds;
    return [task];
  });
}
