import * as z from 'zod';
import { PaymentContradiction } from '../../payments/provider/payment-provider.ts';
import { parsedJson } from '../../platform/parsed-json.ts';
import { schema } from '../../platform/schema.ts';

/** The maximum length of a reason. */
const MAX_LENGTH = 300;

/** The cause of an error of a function, as Step Functions receives it. */
const lambdaCause = /* @__PURE__ */ schema(() => z.object({ errorMessage: z.string() }));

/** An error as Step Functions and EventBridge have it. */
export interface ReportedError {
  readonly error: string;
  readonly cause?: string | null | undefined;
}

/** Returns true if the payment provider contradicted the order: a compensation would rely on the same answers. */
export function isContradiction({ error }: ReportedError): boolean {
  return error === 'PaymentContradiction';
}

/** The reason to record for a reported error: its name, and the answer if the payment provider contradicted the order. */
export function attentionReason(reported: ReportedError): string {
  if (!isContradiction(reported)) return reported.error;
  const { data } = lambdaCause.safeParse(parsedJson(reported.cause ?? ''));
  return withAnswer(reported.error, data?.errorMessage ?? 'the answer is in the log of the function');
}

/** The reason to record for an error. */
export function reasonOf(error: Error): string {
  return error instanceof PaymentContradiction ? withAnswer(error.name, error.message) : error.name;
}

function withAnswer(name: string, message: string): string {
  return `${name}: ${message}`.slice(0, MAX_LENGTH);
}
