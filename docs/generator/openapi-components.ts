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

/** Parts of request bodies with a name of their own. */
const REQUEST_PARTS = { OrderedLine: orderRequest.shape.lines.element, ShopEvent: shopEvents.shape.events.element };

/** Parts of responses with a name of their own. */
const ANSWER_PARTS = {
  Problem: problemDocument,
  OrderStatus: publicStatus,
  OrderReason: publicReason,
  OrderLine: publicOrderLine,
  OrderSummary: orderSummary,
  Approval: approvalList.shape.approvals.element,
};

/** The schemas of responses and of parts of them, by name. */
export function answerSchemas(operations: readonly Operation[]): Record<string, z.ZodType> {
  const answers = operations.flatMap((operation) => Object.values(operation.answers));
  return byName([
    ...Object.entries(ANSWER_PARTS),
    ...answers.flatMap(({ json }) => (json ? [[json.name, json.schema] as const] : [])),
  ]);
}

/** The schemas of the OpenAPI document by name; those of request bodies have the names of their models. */
export function schemas(operations: readonly Operation[]): Record<string, z.ZodType> {
  const bodies = operations.flatMap(({ body }) =>
    body && 'schema' in body ? [[body.name, body.schema] as const] : [],
  );
  return byName([...bodies, ...Object.entries(REQUEST_PARTS), ...Object.entries(answerSchemas(operations))]);
}

/** Schemas by their names, each of which stands for one schema. */
function byName(named: readonly (readonly [string, z.ZodType])[]): Record<string, z.ZodType> {
  const schemas: Record<string, z.ZodType> = {};
  for (const [name, schema] of named) {
    if ((schemas[name] ?? schema) !== schema) throw new Error(`"${name}" must name one schema of the API, got another`);
    schemas[name] = schema;
  }
  return schemas;
}

/** The header of the response to too many requests; other problems may have it too. */
const RETRY_AFTER = z.object({
  'Retry-After': z.int().positive().meta({ description: 'The seconds to wait before the next request.' }),
});

/** The problems of all operations by name; an operation describes its own case of a problem. */
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
