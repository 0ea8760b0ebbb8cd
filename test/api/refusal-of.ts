import type { Read } from '../../lambda/api/http/read-request.ts';

/** The response that refuses a request, with the members of its problem document. */
export function refusalOf(read: Read<unknown>) {
  if (!('refusal' in read)) throw new Error('the request was taken');
  const { statusCode, headers, body } = read.refusal;
  return { statusCode, type: headers?.['content-type'], ...JSON.parse(body) };
}

/** Test cases for values, each with a shortened name. */
export const named = <T>(...values: T[]): [string, T][] =>
  values.map((value) => [`${JSON.stringify(value)}`.slice(0, 40), value]);
