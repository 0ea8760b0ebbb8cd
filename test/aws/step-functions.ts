import { JsonService } from './json-service.ts';
import { ServiceError } from './service-error.ts';

/** The executions behind a `stepFunctions` service. */
export interface Executions {
  readonly stateMachineArn: string;
  /** Starts an execution; returns false if its name is taken. */
  start(name: string, input: string): boolean;
  /** Returns the status of an execution; nothing if there is none. */
  statusOf(name: string): string | undefined;
  /** Delivers the answer to a task token; returns false if nothing waits for it. */
  answer(token: string, output: string): boolean;
}

interface Input {
  readonly stateMachineArn: string;
  readonly executionArn: string;
  readonly name: string;
  readonly input: string;
  readonly taskToken: string;
  readonly output: string;
}

/** Step Functions in memory, as far as the platform calls it. */
export function stepFunctions(executions: Executions): JsonService {
  const { stateMachineArn } = executions;
  const answers: Record<string, (input: Input) => object> = {
    StartExecution: ({ name, input, ...of }) => {
      if (of.stateMachineArn !== stateMachineArn)
        throw new ServiceError('StateMachineDoesNotExist', of.stateMachineArn);
      if (!executions.start(name, input)) throw new ServiceError('ExecutionAlreadyExists', name);
      return { executionArn: name, startDate: 0 };
    },
    DescribeExecution: ({ executionArn }) => {
      const prefix = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:`;
      const name = executionArn.startsWith(prefix) ? executionArn.slice(prefix.length) : '';
      const status = executions.statusOf(name);
      if (!status) throw new ServiceError('ExecutionDoesNotExist', executionArn);
      return { executionArn, name, stateMachineArn, status, startDate: 0 };
    },
    SendTaskSuccess: ({ taskToken, output }) => {
      if (!executions.answer(taskToken, output)) throw new ServiceError('TaskTimedOut', taskToken);
      return {};
    },
  };
  return new JsonService(
    'Step Functions',
    (_, operation) => (operation === 'SendTaskSuccess' ? 'tokens' : 'executions'),
    (operation, input) => answerOf(answers, operation)(input),
  );
}

/** The answer to an operation. @throws Error if it is not simulated */
export function answerOf<T>(answers: Record<string, T>, operation: string): T {
  const answer = answers[operation];
  if (!answer) throw new Error(`${operation} is not simulated`);
  return answer;
}
