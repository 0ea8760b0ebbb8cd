import { SFNClient } from '@aws-sdk/client-sfn';
import { SfnTaskTokens } from '../../lambda/orders/approvals/sfn-task-tokens.ts';
import { SfnWorkflows } from '../../lambda/orders/start/sfn-workflows.ts';
import type { HttpRequest } from '../aws/http.ts';
import { jsonAnswer, jsonRequest } from '../aws/json-protocol.ts';
import { ServiceError } from '../aws/service-error.ts';

/** Step Functions with one answer: an output, or the name of an error. */
function answering(answer: object | string) {
  const inputs: unknown[] = [];
  const client = new SFNClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: {
      handle: async (request: HttpRequest) => {
        inputs.push(jsonRequest(request).input);
        const output = () => {
          if (typeof answer === 'string') throw new ServiceError(answer, 'no');
          return answer;
        };
        return { response: await jsonAnswer(output) };
      },
    },
  });
  const workflows = new SfnWorkflows(client, 'arn:aws:states:eu-central-1:1:stateMachine:orders');
  return { workflows, tokens: new SfnTaskTokens(client), inputs };
}

test.each([
  ['RUNNING', 'RUNNING'],
  ['PENDING_REDRIVE', 'RUNNING'],
  ['SUCCEEDED', 'ENDED'],
  ['FAILED', 'ENDED'],
  ['TIMED_OUT', 'ENDED'],
  ['ABORTED', 'ENDED'],
])('an execution that is %s is %s', async (status, progress) => {
  const { workflows, inputs } = answering({ status });
  expect(await workflows.progress('01JD-purchase')).toBe(progress);
  expect(inputs).toEqual([{ executionArn: 'arn:aws:states:eu-central-1:1:execution:orders:01JD-purchase' }]);
});

test('an execution that does not exist is missing, and any other error is thrown', async () => {
  expect(await answering('ExecutionDoesNotExist').workflows.progress('01JD-purchase')).toBe('MISSING');
  await expect(answering('InvalidArn').workflows.progress('01JD-purchase')).rejects.toThrow('no');
});

test('an execution that exists is not started again, and any other error is thrown', async () => {
  const input = { orderId: '01JD', kind: 'purchase' } as const;
  await answering('ExecutionAlreadyExists').workflows.start(input);
  await expect(answering('ExecutionLimitExceeded').workflows.start(input)).rejects.toThrow('no');
});

test.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])('an answer after %s is ignored', async (name) => {
  const { tokens, inputs } = answering(name);
  await tokens.succeed('token', { decision: 'APPROVED' });
  expect(inputs).toEqual([{ taskToken: 'token', output: '{"decision":"APPROVED"}' }]);
});

test('an answer that fails for another reason is an error', async () => {
  await expect(answering('InvalidOutput').tokens.succeed('token', {})).rejects.toThrow('no');
});
