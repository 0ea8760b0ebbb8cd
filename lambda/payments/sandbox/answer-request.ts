import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { fieldProblems } from '../../platform/field-problem.ts';
import type { AcceptedCredentials } from './accepted-credentials.ts';
import { PaymentConflict, type PaymentSandbox, SandboxFailure } from './payment-sandbox.ts';
import type { SandboxPayment } from './sandbox-payment.ts';
import { OPEN_ROUTES, type SandboxRoute } from './sandbox-routes.ts';

const logger = new Logger();

const amount = z.int().nonnegative();
const charge = z.strictObject({
  amount,
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  token: z.string().min(1).max(100),
});
const refund = z.strictObject({ amount });
const announcement = z.strictObject({ credential: z.string().min(32).max(256).regex(/^\S+$/) });

/** The parts of the sandbox that respond to requests. */
export interface Sandbox {
  readonly payments: PaymentSandbox;
  readonly credentials: AcceptedCredentials;
}

type Answer = APIGatewayProxyStructuredResultV2;
type Request = Pick<
  APIGatewayProxyEventV2,
  'routeKey' | 'headers' | 'body' | 'pathParameters' | 'queryStringParameters'
>;

type Route = (sandbox: Sandbox, request: Request) => Promise<Answer>;

const ROUTES: Record<SandboxRoute, Route> = {
  'PUT /payments/{key}': async ({ payments }, request) =>
    paid(await payments.charge({ key: parameter(request, 'key'), ...charge.parse(bodyOf(request)) })),
  'GET /payments/{key}': async ({ payments }, request) => {
    const payment = await payments.find(parameter(request, 'key'));
    return payment ? paid(payment) : problem(404, 'There is no such payment.');
  },
  'POST /payments/{key}/void': async ({ payments }, request) => paid(await payments.void(parameter(request, 'key'))),
  'PUT /payments/{key}/refund/{refundKey}': async ({ payments }, request) => {
    const { amount } = refund.parse(bodyOf(request));
    return paid(await payments.refund(parameter(request, 'key'), parameter(request, 'refundKey'), amount));
  },
  'GET /ledger': async ({ payments }, request) =>
    json(200, await payments.ledger(request.queryStringParameters?.order ?? '')),
  'GET /health': async () => json(200, { status: 'UP' }),
  'GET /credential': async () => ({ statusCode: 204 }),
  'PUT /credential': async ({ credentials }, request) => {
    await credentials.announce(announcement.parse(bodyOf(request)).credential);
    return { statusCode: 204 };
  },
};

/** Responds to a request, if it has an accepted credential or its route needs none. */
export async function answerRequest(sandbox: Sandbox, request: Request): Promise<Answer> {
  try {
    if (
      !OPEN_ROUTES.includes(request.routeKey) &&
      !(await sandbox.credentials.include(request.headers.authorization))
    ) {
      return problem(401, 'The authorization header must be "Bearer <credential>" with an accepted credential.');
    }
    const route = ROUTES[request.routeKey as SandboxRoute] as Route | undefined;
    return route ? await route(sandbox, request) : problem(404, `There is no route ${request.routeKey}.`);
  } catch (error) {
    return answerTo(error);
  }
}

function answerTo(error: unknown): Answer {
  if (error instanceof z.ZodError) {
    const fields = fieldProblems(error).map(({ field, expected }) => `${field}: expected ${expected}`);
    return problem(400, fields.join('; '));
  }
  if (error instanceof PaymentConflict) return problem(409, error.message);
  if (error instanceof SandboxFailure) return problem(500, error.message);
  logger.error('A request to the payment sandbox could not be answered', { error: error as Error });
  return problem(500, 'An unexpected error occurred.');
}

function parameter(request: Request, name: string): string {
  return z.string().min(1).max(200).parse(request.pathParameters?.[name]);
}

function bodyOf({ body }: Request): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}

function paid({ key, status, amount, currency }: SandboxPayment): Answer {
  return json(200, { key, status, amount, currency });
}

function json(statusCode: number, body: unknown): Answer {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function problem(status: number, detail: string): Answer {
  return { ...json(status, { status, detail }), headers: { 'content-type': 'application/problem+json' } };
}
