import type { APIGatewayProxyResult } from 'aws-lambda';
import type * as z from 'zod';
import { looksLikeCardNumber } from '../../platform/card-number.ts';
import { type FieldProblem, fieldProblems } from '../../platform/field-problem.ts';
import { problem } from './problem.ts';

/** The maximum number of problems in a response: a request may have thousands. */
const MAX_NAMED = 20;
/** The maximum number of characters of a value that a response repeats. */
const MAX_SHOWN = 64;

/** Secrets, which a response never repeats: the names of their fields, and the prefix of payment tokens. */
const SECRET = /token|tok_|secret|password|credential/i;

/** A value as a response may repeat it: shortened, and not at all if it looks like a card number. */
export function repeated(text: string): string {
  if (looksLikeCardNumber(text)) return '(not shown: it looks like a card number)';
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** The response to a request with invalid fields. */
export function wrongFields(detail: string, problems: readonly FieldProblem[]): APIGatewayProxyResult {
  const named = problems.slice(0, MAX_NAMED).map(({ field, received, expected }) => ({
    field: repeated(field),
    ...(received !== undefined && !SECRET.test(field) && !SECRET.test(received) && { received }),
    expected,
  }));
  const more = problems.length - named.length;
  return problem(
    400,
    more > 0 ? `${detail} Only the first problems are listed; there are ${more} more.` : detail,
    named,
  );
}

/** The response to a request that does not match its schema. */
export function refusedBySchema(detail: string, error: z.ZodError): APIGatewayProxyResult {
  return wrongFields(detail, fieldProblems(error));
}
