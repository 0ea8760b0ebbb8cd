import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { executionName, type WorkflowInput } from './workflow-input.ts';
import type { Workflows } from './workflows.ts';

/** The executions of the order workflow in Step Functions. */
export class SfnWorkflows implements Workflows {
  readonly #client: SFNClient;
  readonly #stateMachineArn: string;

  constructor(client: SFNClient, stateMachineArn: string) {
    this.#client = client;
    this.#stateMachineArn = stateMachineArn;
  }

  async start(input: WorkflowInput): Promise<void> {
    const name = executionName(input);
    const stateMachineArn = this.#stateMachineArn;
    try {
      await this.#client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }

  async progress(execution: string): Promise<'MISSING' | 'RUNNING' | 'ENDED'> {
    const executionArn = `${this.#stateMachineArn.replace(':stateMachine:', ':execution:')}:${execution}`;
    try {
      const { status } = await this.#client.send(new DescribeExecutionCommand({ executionArn }));
      return status === 'RUNNING' || status === 'PENDING_REDRIVE' ? 'RUNNING' : 'ENDED';
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return 'MISSING';
      throw error;
    }
  }
}
