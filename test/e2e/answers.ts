import type { ApiAnswer } from '../../client/api-client.ts';
import { corsHeaders, SECURITY_HEADERS } from '../../lambda/api/http/response-headers.ts';
import { local } from '../../lib/stages/local.ts';

/** Headers of every answer, from the gateway or from a backend. */
export const COMMON_HEADERS = { ...SECURITY_HEADERS, ...corsHeaders(local.api.origin) };

/** Expects an answer to have the common headers, with the given exceptions. */
export function expectCommonHeaders({ headers }: ApiAnswer, different: Record<string, string> = {}): void {
  expect(Object.fromEntries(headers)).toMatchObject({ ...COMMON_HEADERS, ...different });
}

/** Expects an answer to be a problem document in the common form. */
export function expectProblem(answer: ApiAnswer, status: number): void {
  expect({ status: answer.status, body: answer.body }).toMatchObject({
    status,
    body: { type: 'about:blank', title: expect.any(String), detail: expect.stringMatching(/./) },
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expectCommonHeaders(answer);
}
