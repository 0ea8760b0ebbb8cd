import type { ApiRequest } from '../../client/api-client.ts';
import { OPERATIONS } from '../../lib/api/operations/index.ts';
import type { Access, Operation } from '../../lib/api/operations/operation.ts';

const NO_ORDER = '01JD3Y9N6C8Q2VZ4K5T7M0XRWE';
const NO_PRODUCT = 'NOT-ON-SALE';

/** The lines of an order for a cup. */
export const CUP = [{ sku: 'ESPRESSO-CUP', quantity: 1 }];

const orderOf = (lines: unknown) => ({ lines, paymentToken: 'tok_visa' });

const BODIES: Record<string, () => unknown> = {
  OrderRequest: () => orderOf(CUP),
  ProductRequest: () => ({ name: 'Teapot', warehouse: 'north', unitPrice: 1, currency: 'EUR' }),
  ProductPatch: () => ({ unitPrice: 1 }),
  ApprovalDecision: () => ({ decision: 'DENIED' }),
  ShopEvents: () => ({ events: [aShopEvent()] }),
};

/** An event of a web shop, with the given changes. */
export function aShopEvent<T extends object>(different: T = {} as T) {
  return {
    eventId: crypto.randomUUID(),
    type: 'PAGE_VIEWED',
    sessionId: 'session-0001',
    occurredAt: '2026-11-20T10:11:12Z',
    ...different,
  };
}

/** A request for an order. */
export function orderRequest(lines: unknown = CUP, idempotencyKey: string = crypto.randomUUID()): ApiRequest {
  return {
    method: 'POST',
    path: '/orders',
    headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
    body: JSON.stringify(orderOf(lines)),
  };
}

/** A valid request, for an order and a product that do not exist. */
export function requestFor({ method, path, headers = undefined, body }: Operation): ApiRequest {
  const named = path.replace('{orderId}', NO_ORDER).replace('{sku}', NO_PRODUCT);
  const needed: Record<string, string> = {
    ...(headers && 'Idempotency-Key' in headers.shape && { 'idempotency-key': crypto.randomUUID() }),
    ...(headers && 'If-Match' in headers.shape && { 'if-match': '"1"' }),
  };
  if (!body) return { method, path: named, headers: needed };
  if ('schema' in body) {
    const valid = BODIES[body.name];
    if (!valid) throw new Error(`no valid body is known for the schema ${body.name}`);
    const content = JSON.stringify(valid());
    return { method, path: named, headers: { ...needed, 'content-type': 'application/json' }, body: content };
  }
  const type = body.mediaTypes[0] ?? '';
  return { method, path: named, headers: { ...needed, 'content-type': type }, body: new Uint8Array([1, 2, 3]) };
}

/**
 * The operations for one kind of caller.
 *
 * @throws Error if there is none: a test of every such operation would always pass
 */
export function operationsOf(kind: Access['kind']): Operation[] {
  const found = OPERATIONS.filter(({ access }) => access.kind === kind);
  if (found.length === 0) throw new Error(`no operation is for callers of the kind ${kind}`);
  return found;
}
