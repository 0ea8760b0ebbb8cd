/** The routes of the payment protocol that the sandbox answers, as an HTTP API names them. */
export const SANDBOX_ROUTES = [
  'PUT /payments/{key}',
  'GET /payments/{key}',
  'POST /payments/{key}/void',
  'PUT /payments/{key}/refund/{refundKey}',
  'GET /ledger',
  'GET /credential',
  'PUT /credential',
] as const;

/** A route the sandbox answers. */
export type SandboxRoute = (typeof SANDBOX_ROUTES)[number];
