import { entry } from '../../platform/settings.ts';

/** The function that responds to requests to the sandbox. */
export const answerRequestEntry = entry('payments/answer-request', [
  'SANDBOX_TABLE',
  'PAYMENT_CREDENTIAL_SECRET',
  'OUTLAST_CLIENT_MS',
]);

/** The routes of the payment protocol, as an HTTP API names them. */
export const SANDBOX_ROUTES = [
  'PUT /payments/{key}',
  'GET /payments/{key}',
  'POST /payments/{key}/void',
  'PUT /payments/{key}/refund/{refundKey}',
  'GET /ledger',
  'GET /health',
  'GET /credential',
  'PUT /credential',
] as const;

/** The routes that need no credential. */
export const OPEN_ROUTES: readonly string[] = ['GET /health'] satisfies SandboxRoute[];

/** A route of the payment protocol. */
export type SandboxRoute = (typeof SANDBOX_ROUTES)[number];
