import { isSafeNumber } from 'lossless-json';
import { type FieldProblem, receivedValue } from '../../platform/field-problem.ts';

/** The maximum depth of nested objects and lists; a stack overflows at some thousands. */
const MAX_DEPTH = 32;

/** The tokens of a JSON document that matter here: strings with the colon that may follow, brackets, numbers. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]|-?\d[\d.eE+-]*/g;

/**
 * Parses a JSON document that has only one reading.
 *
 * Refuses what `JSON.parse` accepts silently: a duplicate key, of which other parsers take the first, and a number that it
 * rounds. lossless-json's own parser accepts a duplicate key with the same value.
 */
export function parseJson(text: string): { value: unknown } | { problem: FieldProblem } {
  try {
    const value: unknown = JSON.parse(text);
    const problem = ambiguityIn(text);
    return problem ? { problem } : { value };
  } catch {
    return { problem: { field: 'body', expected: 'a JSON document' } };
  }
}

/** Finds the first part of a valid JSON document that parsers read differently. */
function ambiguityIn(text: string): FieldProblem | undefined {
  const keysOfOpen: Set<string>[] = [];
  let field = 'body';
  for (const [token, colon] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') {
      keysOfOpen.push(new Set());
      if (keysOfOpen.length > MAX_DEPTH) return { field, expected: `at most ${MAX_DEPTH} levels` };
    } else if (token === '}' || token === ']') {
      keysOfOpen.pop();
    } else if (colon) {
      field = JSON.parse(token.slice(0, -colon.length)) as string;
      const keys = keysOfOpen.at(-1);
      if (keys?.has(field)) return { field, expected: 'each field once' };
      keys?.add(field);
    } else if (!token.startsWith('"') && !isSafeNumber(token)) {
      return { field, ...receivedValue(Number(token)), expected: 'a number of at most 15 digits' };
    }
  }
  return undefined;
}
