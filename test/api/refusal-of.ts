import type { Read } from '../../lambda/api/http/read-request.ts';

/** The answer to a request that was refused. */
export function refusalOf(read: Read<unknown>) {
  if (!('refusal' in read)) throw new Error('the request was taken');
  const { statusCode, headers, body } = read.refusal;
  return { statusCode, type: headers?.['content-type'], ...JSON.parse(body) };
}

/** Values for a test each, whose names show the beginning of a long one. */
export const named = <T>(...values: T[]): [string, T][] =>
  values.map((value) => [`${JSON.stringify(value)}`.slice(0, 40), value]);
