import { PROBLEM_TYPE, type ProblemStatus, problemMembers } from '../../../lambda/api/http/problem.ts';
import type { Answer } from './integration-answers.ts';

/** The seconds after which a client may send a request again that is answered 503. */
export const RETRY_AFTER = '5';

/** A problem document in place of the response of the backend, of which it repeats nothing. */
export function problemAnswer(status: ProblemStatus, detail: string, backendStatus?: string): Answer {
  return {
    status,
    ...(backendStatus && { backendStatus }),
    body: JSON.stringify({ ...problemMembers(status, detail), requestId: '$context.requestId' }),
    headers: {
      'Content-Type': PROBLEM_TYPE,
      ...(status === 503 && { 'Retry-After': RETRY_AFTER }),
    },
  };
}
