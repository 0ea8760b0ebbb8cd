import type { APIGatewayProxyResult } from 'aws-lambda';
import type * as z from 'zod';
import { looksLikeCardNumber } from '../../platform/card-number.ts';
import { type FieldProblem, fieldProblems } from '../../platform/field-problem.ts';
import { problem } from './problem.ts';

/** How many problems an answer names: nobody reads more, and a request may have thousands. */
const MAX_NAMED = 20;
/** How much of what a client sent is repeated. */
const MAX_SHOWN = 64;

/** What is not repeated to anyone: the names of fields that hold it, and how a payment token begins. */
const SECRET = /token|tok_|secret|password|credential/i;

/** What was sent, as it may be repeated in a sentence: shortened, and not at all where it looks like a card number. */
export function repeated(text: string): string {
  if (looksLikeCardNumber(text)) return '(not shown: it looks like a card number)';
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** The answer to a request some fields of which are wrong. */
export function wrongFields(detail: string, problems: readonly FieldProblem[]): APIGatewayProxyResult {
  const named = problems.slice(0, MAX_NAMED).map(({ field, received, expected }) => ({
    field: repeated(field),
    ...(received !== undefined && !SECRET.test(field) && !SECRET.test(received) && { received }),
    expected,
  }));
  const more = problems.length - named.length;
  return problem(400, more > 0 ? `${detail} These are the first problems; there are ${more} more.` : detail, named);
}

/** The answer to a request that its schema refused. */
export function refusedBySchema(detail: string, error: z.ZodError): APIGatewayProxyResult {
  return wrongFields(detail, fieldProblems(error));
}
