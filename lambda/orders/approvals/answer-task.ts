import type { Approval, Approvals, TaskTokens } from './approvals.ts';

/** Ports of answering the workflow that waits for an approval. */
export interface AnswerTaskPorts {
  readonly approvals: Pick<Approvals, 'forgetToken'>;
  readonly tokens: TaskTokens;
}

/** Answers the workflow that waits for an approval, and then forgets its task token: until then, the answer can be repeated. */
export async function answerTask(
  { approvals, tokens }: AnswerTaskPorts,
  { orderId, token }: Pick<Approval, 'orderId' | 'token'>,
  output: object,
): Promise<void> {
  if (!token) return;
  await tokens.succeed(token, output);
  await approvals.forgetToken(orderId, token);
}
