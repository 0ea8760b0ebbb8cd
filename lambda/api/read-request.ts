import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type * as z from 'zod';
import { fieldProblems } from '../platform/field-problem.ts';
import { problem } from './problem.ts';

/** A part of a request that was read, or the answer that refuses it. */
export type Read<T> = { readonly value: T } | { readonly refusal: APIGatewayProxyResult };

/**
 * The body of a request, as its schema describes it.
 *
 * API Gateway has checked it before, unless its content type has no model there.
 */
export function readBody<T>(event: APIGatewayProxyEvent, schema: z.ZodType<T>): Read<T> {
  const contentType = header(event, 'content-type') ?? 'none';
  if (!/^application\/json(;|$)/i.test(contentType)) {
    return { refusal: problem(415, `The content type is ${contentType}, expected application/json.`) };
  }
  const parsed = parseJson(event.body);
  if ('refusal' in parsed) return parsed;

  const result = schema.safeParse(parsed.value, { reportInput: true });
  if (result.success) return { value: result.data };
  return { refusal: problem(400, 'The body is not as expected.', fieldProblems(result.error)) };
}

function parseJson(body: string | null): Read<unknown> {
  if (!body) {
    return { refusal: problem(400, 'The body is missing.', [{ field: 'body', expected: 'a JSON document' }]) };
  }
  try {
    return { value: JSON.parse(body) };
  } catch {
    return { refusal: problem(400, 'The body is not JSON.', [{ field: 'body', expected: 'a JSON document' }]) };
  }
}

/** The key under which a client may send a request again without repeating it: 1 to 128 visible characters. */
export function readIdempotencyKey(event: APIGatewayProxyEvent): Read<string> {
  const value = header(event, 'idempotency-key');
  if (value && /^[\x21-\x7e]{1,128}$/.test(value) && !/^\d+$/.test(value)) return { value };
  const error = {
    field: 'Idempotency-Key',
    expected: 'a header of 1 to 128 visible ASCII characters, not digits alone, such as a UUID',
  };
  return { refusal: problem(400, 'The Idempotency-Key header is missing or malformed.', [error]) };
}

/** A header's value, whatever case its name was sent in. */
function header(event: APIGatewayProxyEvent, name: string): string | undefined {
  const entry = Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return entry?.[1];
}
