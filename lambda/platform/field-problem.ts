import type * as z from 'zod';
import { toDotPath } from 'zod/v4/core';
import { looksLikeCardNumber } from './card-number.ts';

/** What is wrong with one field of an input. */
export interface FieldProblem {
  /** Where the field is: `lines[0].quantity`. */
  readonly field: string;
  /** The value that was received, as JSON; missing where nothing was, or where it may be secret. */
  readonly received?: string;
  /** What would have been accepted. */
  readonly expected: string;
}

const MAX_VALUE_LENGTH = 64;

/** What is wrong with each field that a schema refused; parse with `reportInput: true` to learn what was received. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const field = toDotPath(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ field: field ? `${field}.${key}` : key, expected: 'no such field' }));
    }
    return {
      field: field || '(the whole input)',
      ...receivedValue(issue.input),
      expected: expectedValue(issue.message),
    };
  });
}

/** A value as it may be shown: shortened, and not at all where it looks like a card number. */
export function receivedValue(input: unknown): { received?: string } {
  const json = JSON.stringify(input);
  if (json === undefined) return {};
  if (looksLikeCardNumber(json)) return { received: '(not shown: it looks like a card number)' };
  return { received: json.length > MAX_VALUE_LENGTH ? `${json.slice(0, MAX_VALUE_LENGTH)}…` : json };
}

/** The part of zod's message that says what was expected. */
function expectedValue(message: string): string {
  return message.replace(/^(Invalid \w+: )?(expected |must )?/i, '').replace(/, received .*$/, '');
}
