import { PROBLEM_TYPE, type ProblemStatus, problemMembers } from '../../../lambda/api/http/problem.ts';
import type { Answer } from './integration-answers.ts';

/** The seconds that a client must wait before it repeats a request with the response 503. */
export const RETRY_AFTER = '5';

/** A problem document that replaces the response of the backend and reveals nothing of it. */
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
