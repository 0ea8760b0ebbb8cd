import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { shopEventAnswer, shopEventResults, shopEvents } from '../../lambda/analytics/shop-event.ts';
import { problemDocument } from '../../lambda/api/http/problem-document.ts';
import { approvalList, decidedApproval } from '../../lambda/api/routes/approval-list.ts';
import { order, orderRequest } from '../../lambda/orders/domain/order.ts';
import { acceptedOrder, orderPage, orderSummary, orderView } from '../../lambda/orders/history/order-view.ts';
import { productPage, productView } from '../../lambda/orders/products/product.ts';
import { problemsOf } from '../../lib/api/operations/common-problems.ts';
import { getHealth } from '../../lib/api/operations/health-operations.ts';
import type { Operation } from '../../lib/api/operations/operation.ts';

/** Parts of bodies that have a name of their own. */
const REQUEST_PARTS = { OrderedLine: orderRequest.shape.lines.element, ShopEvent: shopEvents.shape.events.element };

/** The answers, and parts of them that have a name of their own. */
const ANSWERS = {
  Problem: problemDocument,
  AcceptedOrder: acceptedOrder,
  OrderStatus: order.shape.status,
  OrderLine: orderView.shape.lines.element,
  Order: orderView,
  OrderSummary: orderSummary,
  OrderPage: orderPage,
  Product: productView,
  ProductPage: productPage,
  ShopEventAnswer: shopEventAnswer,
  ShopEventResults: shopEventResults,
  Approval: approvalList.shape.approvals.element,
  ApprovalList: approvalList,
  DecidedApproval: decidedApproval,
  Health: getHealth.answers[200]?.schema as z.ZodType,
} satisfies Record<string, z.ZodType>;

/** The names of the schemas of answers. */
export const ANSWER_NAMES = Object.keys(ANSWERS);

/** The schemas of the OpenAPI document, by their names: those of bodies are called as their models are. */
export function schemas(operations: readonly Operation[]): Record<string, z.ZodType> {
  const bodies = operations.flatMap(({ body }) => (body && 'schema' in body ? [[body.name, body.schema]] : []));
  return { ...Object.fromEntries(bodies), ...REQUEST_PARTS, ...ANSWERS };
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
        description: `${STATUS_CODES[status]}.`,
        ...(status === '429' && { headers: RETRY_AFTER }),
        content: { 'application/problem+json': { schema: problemDocument } },
      },
    ]),
  );
}

/** What the problem of a status is called: `NotFound`. */
export function problemName(status: string): string {
  return (STATUS_CODES[status] ?? `Status ${status}`).replaceAll(/\W/g, '');
}
