import type { APIGatewayProxyEvent } from 'aws-lambda';
import { receivedValue } from '../../platform/field-problem.ts';
import type { Read } from './read-request.ts';
import { A_CURSOR, pageQuery } from './request-parameters.ts';
import { refusedBySchema, wrongFields } from './request-problems.ts';

const INVALID_QUERY = 'The query is invalid.';

/** The part of a list that a request asks for. */
export interface PageRequest {
  readonly limit: number;
  /** The key of the last entry of the previous page; missing for the first page. */
  readonly after?: string;
}

/** Reads the page that a request asks for; the cursor must decode to a key of the given form. */
export function readPage(event: APIGatewayProxyEvent, key: RegExp): Read<PageRequest> {
  const result = pageQuery.safeParse(queryOf(event), { reportInput: true });
  if (!result.success) return { refusal: refusedBySchema(INVALID_QUERY, result.error) };

  const { limit, cursor } = result.data;
  if (cursor === undefined) return { value: { limit } };
  const after = Buffer.from(cursor, 'base64url').toString('latin1');
  if (key.test(after)) return { value: { limit, after } };
  const wrong = { field: 'cursor', ...receivedValue(cursor), expected: A_CURSOR };
  return { refusal: wrongFields(INVALID_QUERY, [wrong]) };
}

/** The cursor of the page after the entry of a key. */
export function cursorOf(key: string | undefined): { next?: string } {
  return key === undefined ? {} : { next: Buffer.from(key, 'latin1').toString('base64url') };
}

/**
 * The parameters of the schema, with the limit as a number.
 *
 * Other parameters are ignored, and the last of a repeated one counts: both are no keys of the stage's cache, which could
 * return a refusal of them to callers with a valid request.
 */
function queryOf({ queryStringParameters }: APIGatewayProxyEvent): object {
  const { limit, cursor } = queryStringParameters ?? {};
  return { limit: /^\d{1,15}$/.test(limit ?? '') ? Number(limit) : limit, cursor };
}
