import type { APIGatewayProxyEvent } from 'aws-lambda';
import { shown } from '../../platform/field-problem.ts';
import type { Read } from './read-request.ts';
import { pageQuery } from './request-parameters.ts';
import { refusedBySchema, wrongFields } from './request-problems.ts';

/** Which part of a list is asked for. */
export interface PageRequest {
  readonly limit: number;
  /** The key of the last entry before it; missing for the first page. */
  readonly after?: string;
}

/** The part of a list that a request asks for, by keys that look like this. */
export function readPage(event: APIGatewayProxyEvent, key: RegExp): Read<PageRequest> {
  const result = pageQuery.safeParse(queryOf(event), { reportInput: true });
  if (!result.success) return { refusal: refusedBySchema('The query is not as expected.', result.error) };

  const { limit, cursor } = result.data;
  if (cursor === undefined) return { value: { limit } };
  const after = Buffer.from(cursor, 'base64url').toString('latin1');
  if (key.test(after)) return { value: { limit, after } };
  const wrong = { field: 'cursor', ...shown(cursor), expected: 'the cursor of an earlier page' };
  return { refusal: wrongFields('The query is not as expected.', [wrong]) };
}

/** The cursor of the page that begins behind the entry of a key. */
export function cursorOf(key: string | undefined): { next?: string } {
  return key === undefined ? {} : { next: Buffer.from(key, 'latin1').toString('base64url') };
}

/**
 * The parameters the schema knows, with a number where one was sent.
 *
 * Others are left alone, and of one that comes twice the last counts: a refusal would depend on what is no key of the
 * stage's cache, and could be kept there for those who asked properly.
 */
function queryOf({ queryStringParameters }: APIGatewayProxyEvent): object {
  const { limit, cursor } = queryStringParameters ?? {};
  return { limit: /^\d{1,15}$/.test(limit ?? '') ? Number(limit) : limit, cursor };
}
