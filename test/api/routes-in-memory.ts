import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { ulid } from 'ulid';
import type { Route } from '../../lambda/api/http/route.ts';
import { decideApprovalRoute } from '../../lambda/api/routes/decide-approval-route.ts';
import { deleteProductRoute } from '../../lambda/api/routes/delete-product-route.ts';
import { getOrderRoute } from '../../lambda/api/routes/get-order-route.ts';
import { getProductRoute } from '../../lambda/api/routes/get-product-route.ts';
import { listApprovalsRoute } from '../../lambda/api/routes/list-approvals-route.ts';
import { listOrdersRoute } from '../../lambda/api/routes/list-orders-route.ts';
import { listProductsRoute } from '../../lambda/api/routes/list-products-route.ts';
import { patchProductRoute } from '../../lambda/api/routes/patch-product-route.ts';
import { placeOrderRoute } from '../../lambda/api/routes/place-order-route.ts';
import { putProductRoute } from '../../lambda/api/routes/put-product-route.ts';
import { requestCancellationRoute } from '../../lambda/api/routes/request-cancellation-route.ts';
import { requestRefundRoute } from '../../lambda/api/routes/request-refund-route.ts';
import type { Article } from '../../lambda/orders/products/product.ts';
import { problemsOf } from '../../lib/api/operations/common-problems.ts';
import { OPERATIONS } from '../../lib/api/operations/index.ts';
import { InMemoryApprovalDecisions } from '../orders/approvals/in-memory-approval-decisions.ts';
import { InMemoryApprovals } from '../orders/approvals/in-memory-approvals.ts';
import { InMemoryDecisions } from '../orders/decisions/in-memory-decisions.ts';
import { InMemoryProducts } from '../orders/products/in-memory-products.ts';
import { InMemoryOrders } from '../orders/store/in-memory-orders.ts';
import { anEvent, CUSTOMER } from './an-event.ts';

/** A product on sale from the start, with ten in stock. */
export const CUP: Article = { sku: 'CUP', name: 'Cup', warehouse: 'north', unitPrice: 1_250, currency: 'EUR' };

/** A private account of an operator, and the partner that the operator works for. */
export const LINKED_CUSTOMERS = { 'ann@example.com': ['a-private-account', 'partner-acme'] };

/** A time at which nothing has expired. */
export const NOW = new Date('2026-01-01T10:00:00.000Z');

/** The response of a route, with the body that the test expects. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: NonNullable<APIGatewayProxyResult['headers']>;
  readonly body: Body;
}

/** The statuses that the document of the API has for an operation. */
function documentedStatuses(id: string): string[] {
  const operation = OPERATIONS.find((each) => each.id === id);
  return operation ? Object.keys({ ...operation.answers, ...problemsOf(operation) }) : [];
}

/** The routes of functions and their in-memory platform. */
export type Routes = Awaited<ReturnType<typeof routesInMemory>>;

/** The routes of functions, on an in-memory platform that sells a cup. */
export async function routesInMemory() {
  const orders = new InMemoryOrders();
  const decisions = new InMemoryDecisions();
  const products = new InMemoryProducts(orders, decisions, () => NOW);
  const approvals = new InMemoryApprovals();
  const approvalDecisions = new InMemoryApprovalDecisions(approvals, decisions);
  /** The email addresses of the customers. */
  const emails = new Map([[CUSTOMER, 'customer@example.com']]);
  const customers = { emailOf: async (customerId: string) => emails.get(customerId) };
  const answered: { token: string; output: object }[] = [];
  const tokens = {
    succeed: async (token: string, output: object) => {
      answered.push({ token, output });
    },
  };
  let flushes = 0;
  const cache = {
    flush: async () => {
      flushes++;
    },
  };
  const catalogue = {
    find: async (skus: readonly string[]) => {
      const found = await Promise.all(skus.map((sku) => products.find(sku)));
      return new Map(found.flatMap((product) => (product ? [[product.sku, product]] : [])));
    },
  };
  const now = () => NOW;
  const routes = {
    placeOrder: placeOrderRoute({ intake: orders, catalogue, now, newId: ulid, currencies: ['EUR'] }),
    getOrder: getOrderRoute(orders),
    listOrders: listOrdersRoute(orders),
    requestCancellation: requestCancellationRoute({ store: orders, approvals, tokens }),
    requestRefund: requestRefundRoute(orders),
    listProducts: listProductsRoute(products),
    getProduct: getProductRoute(products),
    putProduct: putProductRoute(products, cache, ['EUR']),
    patchProduct: patchProductRoute(products, cache, ['EUR']),
    deleteProduct: deleteProductRoute(products, cache),
    listApprovals: listApprovalsRoute(approvals, now),
    decideApproval: decideApprovalRoute(
      { orders, customers, decisions, approvals, approvalDecisions, tokens, now },
      { priceReviewDays: 30, linkedCustomers: LINKED_CUSTOMERS },
    ),
  } satisfies Record<string, Route>;
  await products.put(CUP, 'the set-up', 10);

  /** Sends a request to a route; a body that is not a string is sent as JSON. */
  async function ask<Body>(
    route: keyof typeof routes,
    different: Partial<Omit<APIGatewayProxyEvent, 'body'>> & { body?: unknown } = {},
  ): Promise<Answer<Body>> {
    const { body = null, ...more } = different;
    const sent = body === null || typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await routes[route](anEvent({ ...more, body: sent }));
    expect(documentedStatuses(route)).toContain(String(answer.statusCode));
    return { status: answer.statusCode, headers: answer.headers ?? {}, body: answer.body && JSON.parse(answer.body) };
  }
  return { orders, products, approvals, decisions, emails, tokens, answered, ask, flushes: () => flushes };
}
