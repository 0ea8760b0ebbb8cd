import type * as z from 'zod';
import { toDotPath } from 'zod/v4/core';
import { looksLikeCardNumber } from './card-number.ts';

/** A problem with one field of an input. */
export interface FieldProblem {
  /** The path of the field: `lines[0].quantity`. */
  readonly field: string;
  /** The received value as JSON; undefined if there was none, or if it may be secret. */
  readonly received?: string;
  /** A description of the expected value. */
  readonly expected: string;
}

const MAX_VALUE_LENGTH = 64;

/** Returns the problems of each field that a schema rejected. Received values need `reportInput: true`. */
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

/** Returns a received value for an error message: shortened, and hidden if it looks like a card number. */
export function receivedValue(input: unknown): { received?: string } {
  const json = JSON.stringify(input);
  if (json === undefined) return {};
  if (looksLikeCardNumber(json)) return { received: '(not shown: it looks like a card number)' };
  return { received: json.length > MAX_VALUE_LENGTH ? `${json.slice(0, MAX_VALUE_LENGTH)}…` : json };
}

/** Returns the part of zod's message that describes the expected value. */
function expectedValue(message: string): string {
  return message.replace(/^(Invalid \w+: )?(expected |must )?/i, '').replace(/, received .*$/, '');
}
