import { z } from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { shopEvents } from '../../lambda/analytics/shop-event.ts';
import { PROBLEM_TITLES, PROBLEM_TYPE, type ProblemStatus } from '../../lambda/api/http/problem.ts';
import { problemDocument } from '../../lambda/api/http/problem-document.ts';
import { approvalList } from '../../lambda/api/routes/approval-list.ts';
import { orderSummary } from '../../lambda/orders/contract/order-summary.ts';
import { publicOrderLine } from '../../lambda/orders/contract/public-order.ts';
import { publicReason } from '../../lambda/orders/contract/public-reason.ts';
import { publicStatus } from '../../lambda/orders/contract/public-status.ts';
import { orderRequest } from '../../lambda/orders/domain/order.ts';
import { problemsOf } from '../../lib/api/operations/common-problems.ts';
import type { Operation } from '../../lib/api/operations/operation.ts';

/** Parts of bodies that have a name of their own. */
const REQUEST_PARTS = { OrderedLine: orderRequest.shape.lines.element, ShopEvent: shopEvents.shape.events.element };

/** Parts of answers that have a name of their own. */
const ANSWER_PARTS = {
  Problem: problemDocument,
  OrderStatus: publicStatus,
  OrderReason: publicReason,
  OrderLine: publicOrderLine,
  OrderSummary: orderSummary,
  Approval: approvalList.shape.approvals.element,
};

/** The schemas of answers and of parts of them, by their names. */
export function answerSchemas(operations: readonly Operation[]): Record<string, z.ZodType> {
  const answers = operations.flatMap((operation) => Object.values(operation.answers));
  return {
    ...ANSWER_PARTS,
    ...Object.fromEntries(answers.flatMap(({ json }) => (json ? [[json.name, json.schema]] : []))),
  };
}

/** The schemas of the OpenAPI document, by their names: those of bodies are called as their models are. */
export function schemas(operations: readonly Operation[]): Record<string, z.ZodType> {
  const bodies = operations.flatMap(({ body }) => (body && 'schema' in body ? [[body.name, body.schema]] : []));
  return { ...Object.fromEntries(bodies), ...REQUEST_PARTS, ...answerSchemas(operations) };
}

/** The gateway's answer to too many requests says when to come back; other problems may. */
const RETRY_AFTER = z.object({ 'Retry-After': z.int().positive().meta({ description: 'In seconds.' }) });

/** The problems that operations are answered with, by their names: what is special to one is said there. */
export function problems(operations: readonly Operation[]): Record<string, ZodOpenApiResponseObject> {
  const statuses = new Set(operations.flatMap((operation) => Object.keys(problemsOf(operation))));
  return Object.fromEntries(
    [...statuses].sort().map((status) => [
      problemName(status),
      {
        description: `${titleOf(status)}.`,
        ...(status === '429' && { headers: RETRY_AFTER }),
        content: { [PROBLEM_TYPE]: { schema: problemDocument } },
      },
    ]),
  );
}

/** The name of the problem of a status: `NotFound`. */
export function problemName(status: string): string {
  return titleOf(status).replaceAll(/\W/g, '');
}

function titleOf(status: string): string {
  return PROBLEM_TITLES[Number(status) as ProblemStatus];
}
