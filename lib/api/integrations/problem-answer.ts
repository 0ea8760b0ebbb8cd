import type { Answer } from './answers.ts';

const TITLES = {
  400: 'Bad Request',
  404: 'Not Found',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
} as const;

/** After how many seconds it is worth trying again. */
const RETRY_AFTER = '5';

/**
 * An answer that says what is wrong as a problem document, and nothing of what the backend said.
 *
 * https://www.rfc-editor.org/rfc/rfc9457
 */
export function problemAnswer(status: keyof typeof TITLES, detail: string, backendStatus?: string): Answer {
  const document = { type: 'about:blank', title: TITLES[status], status, detail, requestId: '$context.requestId' };
  return {
    status,
    ...(backendStatus && { backendStatus }),
    body: JSON.stringify(document),
    headers: {
      'Content-Type': 'application/problem+json',
      ...(status === 503 && { 'Retry-After': RETRY_AFTER }),
    },
  };
}
