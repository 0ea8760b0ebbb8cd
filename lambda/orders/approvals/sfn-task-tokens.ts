import {
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { TaskTokens } from './approvals.ts';

/** Task tokens of Step Functions; ignores an execution that no longer waits: it was answered, or it has ended. */
export class SfnTaskTokens implements TaskTokens {
  readonly #client: SFNClient;

  constructor(client: SFNClient) {
    this.#client = client;
  }

  async succeed(taskToken: string, output: object): Promise<void> {
    try {
      await this.#client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
    } catch (error) {
      const ended = [TaskTimedOut, TaskDoesNotExist, InvalidToken];
      if (!ended.some((each) => error instanceof each)) throw error;
    }
  }
}
