import { isSafeNumber } from 'lossless-json';
import { type FieldProblem, shown } from '../../platform/field-problem.ts';

/** How many objects and lists may be open at once; a stack would overflow at some thousands. */
const MAX_DEPTH = 32;

/** What a JSON document is made of, as far as it matters here: strings and whether a colon follows, brackets, numbers. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]|-?\d[\d.eE+-]*/g;

/**
 * What a JSON document says, if that is beyond doubt.
 *
 * Refuses what `JSON.parse` settles in silence: a key that comes twice, of which other readers take the first, and a
 * number that is rounded. lossless-json's own parser takes a key twice where the values look alike.
 */
export function parseJson(text: string): { value: unknown } | { problem: FieldProblem } {
  try {
    const value: unknown = JSON.parse(text);
    const problem = doubtIn(text);
    return problem ? { problem } : { value };
  } catch {
    return { problem: { field: 'body', expected: 'a JSON document' } };
  }
}

/** The first thing in a valid JSON document that readers could take in different ways. */
function doubtIn(text: string): FieldProblem | undefined {
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
      if (keys?.has(field)) return { field, expected: 'no field twice' };
      keys?.add(field);
    } else if (!token.startsWith('"') && !isSafeNumber(token)) {
      return { field, ...shown(Number(token)), expected: 'a number of at most 15 digits' };
    }
  }
  return undefined;
}
