import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type * as z from 'zod';
import { parseJson } from './parse-json.ts';
import { problem } from './problem.ts';
import { idempotencyKeyHeader } from './request-parameters.ts';
import { refusedBySchema, repeated, wrongFields } from './request-problems.ts';

/** The maximum size of a body: many times that of the largest valid one. */
const MAX_BODY_BYTES = 100_000;

/** A part of a request, or the response that refuses it. */
export type Read<T> = { readonly value: T } | { readonly refusal: APIGatewayProxyResult };

/**
 * Reads the body of a request by its schema.
 *
 * API Gateway validates only bodies of a content type with a model, so everything is checked again.
 */
export function readBody<T>(event: APIGatewayProxyEvent, schema: z.ZodType<T>): Read<T> {
  const contentType = header(event, 'content-type');
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? '')) {
    const received = contentType === undefined ? 'missing' : repeated(contentType);
    return { refusal: problem(415, `The content type is ${received}, expected application/json.`) };
  }
  const text = bodyOf(event);
  if ('refusal' in text) return text;
  const parsed = parseJson(text.value);
  if ('problem' in parsed) return { refusal: wrongFields('The body cannot be parsed.', [parsed.problem]) };

  const result = schema.safeParse(parsed.value, { reportInput: true });
  if (result.success) return { value: result.data };
  return { refusal: refusedBySchema('The body is invalid.', result.error) };
}

/** The text of the body; API Gateway encodes bodies of its binary media types in Base64. */
function bodyOf({ body, isBase64Encoded }: APIGatewayProxyEvent): Read<string> {
  if (!body) return { refusal: wrongFields('The body is missing.', [{ field: 'body', expected: 'a JSON document' }]) };
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MAX_BODY_BYTES) {
    return { refusal: problem(413, `The body has ${bytes.length} bytes, expected at most ${MAX_BODY_BYTES}.`) };
  }
  try {
    if (!isBase64Encoded && !body.isWellFormed()) throw new TypeError('half of a surrogate pair');
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      refusal: wrongFields('The body is not UTF-8.', [{ field: 'body', expected: 'a JSON document in UTF-8' }]),
    };
  }
}

/** Reads the key under which a client may repeat a request without repeating its effect. */
export function readIdempotencyKey(event: APIGatewayProxyEvent): Read<string> {
  return readHeader(event, 'Idempotency-Key', idempotencyKeyHeader.shape['Idempotency-Key']);
}

/** Reads a header by its schema. */
export function readHeader<T>(event: APIGatewayProxyEvent, name: string, schema: z.ZodType<T>): Read<T> {
  const result = schema.safeParse(header(event, name.toLowerCase()), { reportInput: true });
  if (result.success) return { value: result.data };
  const [first] = result.error.issues;
  const received = typeof first?.input === 'string' ? { received: repeated(first.input) } : {};
  return {
    refusal: wrongFields(`The ${name} header is missing or malformed.`, [
      { field: name, ...received, expected: first?.message ?? '' },
    ]),
  };
}

/** The value of a header in any case; the values of a repeated header are joined with commas, as HTTP defines. */
export function header(event: APIGatewayProxyEvent, name: string): string | undefined {
  const all = Object.entries(event.multiValueHeaders ?? {}).flatMap(([key, values]) =>
    key.toLowerCase() === name ? (values ?? []) : [],
  );
  if (all.length > 0) return all.join(', ');
  return Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}
