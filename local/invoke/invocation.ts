import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { RunningFunction } from '../functions/running-functions.ts';
import { describeLogEntry, logEntry } from '../logs/log-entry.ts';

/** Result of the invocation of a function. */
export interface Invocation {
  /** The value that the function returned, or the error that it threw. */
  readonly result: unknown;
  readonly failed: boolean;
  readonly milliseconds: number;
  /** The log of the invocation, a line for each entry. */
  readonly log: readonly string[];
}

/** Invokes a function and waits for its result. */
export async function invoke({ entry, functionName }: RunningFunction, event: unknown): Promise<Invocation> {
  const client = new LambdaClient({ maxAttempts: 1 });
  const start = performance.now();
  const { Payload, FunctionError, LogResult } = await client.send(
    new InvokeCommand({ FunctionName: functionName, LogType: 'Tail', Payload: JSON.stringify(event) }),
  );
  const milliseconds = performance.now() - start;
  const text = Payload?.transformToString() ?? '';
  const log = Buffer.from(LogResult ?? '', 'base64')
    .toString()
    .split('\n');
  return {
    result: text === '' ? null : JSON.parse(text),
    failed: FunctionError !== undefined,
    milliseconds,
    log: log.filter(Boolean).flatMap((line) => {
      const found = logEntry(entry, Date.now(), line);
      return found ? describeLogEntry(found) : [];
    }),
  };
}
