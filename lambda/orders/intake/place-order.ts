import { createHash } from 'node:crypto';
import type { FieldProblem } from '../../platform/field-problem.ts';
import type { Order, OrderRequest } from '../domain/order.ts';
import type { Catalogue } from './catalogue.ts';
import { priceOrder } from './price-order.ts';

/** How often an order is offered while another request with its key is not yet decided. */
const MAX_ATTEMPTS = 3;

const DAY = 86_400_000;
/** How far ahead a date of shipment may be; the workflow's time-out is far beyond it. */
const MAX_WAIT_DAYS = 30;

/** A request that was accepted before, as the idempotency key it came with remembers it. */
export interface RememberedRequest {
  /** The caller and the key the caller chose. */
  readonly idempotencyKey: string;
  /** The SHA-256 of what was asked for. */
  readonly payloadHash: string;
  /** The order that came of it. */
  readonly orderId: string;
}

/** Where orders are accepted, once for each idempotency key. */
export interface OrderIntake {
  /** What this key was used for, if it was. */
  remembered(idempotencyKey: string): Promise<RememberedRequest | undefined>;
  /** Keeps the order and its key, both or neither; false where the key is taken by now. */
  accept(order: Order, request: RememberedRequest): Promise<boolean>;
}

/** What placing an order needs of the world. */
export interface PlaceOrderPorts {
  readonly intake: OrderIntake;
  readonly catalogue: Catalogue;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** What a customer asks for, and under which key. */
export interface PlaceOrderInput {
  readonly customerId: string;
  readonly idempotencyKey: string;
  readonly request: OrderRequest;
}

/** What came of placing an order. */
export type PlaceOrderResult =
  | { readonly kind: 'ACCEPTED'; readonly orderId: string }
  | { readonly kind: 'KEY_USED_FOR_ANOTHER_REQUEST' }
  | { readonly kind: 'INVALID'; readonly problems: FieldProblem[] };

/** Accepts an order at the prices of today; the same request under the same key is the same order. */
export async function placeOrder(ports: PlaceOrderPorts, input: PlaceOrderInput): Promise<PlaceOrderResult> {
  const { customerId, request } = input;
  const idempotencyKey = `${customerId}#${input.idempotencyKey}`;
  const payloadHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');

  const now = ports.now();
  const products = await ports.catalogue.find(request.lines.map((line) => line.sku));
  const priced = priceOrder(request, products);
  const tooLate = Date.parse(request.shipNotBefore ?? '') > now.getTime() + MAX_WAIT_DAYS * DAY;
  const problems = [...('problems' in priced ? priced.problems : []), ...(tooLate ? [lateShipment(request)] : [])];
  if ('problems' in priced || problems.length > 0) {
    // What cannot be sold today may have been accepted before.
    const before = await ports.intake.remembered(idempotencyKey);
    return before ? replay(before, payloadHash) : { kind: 'INVALID', problems };
  }

  const placedAt = now.toISOString();
  const order: Order = {
    orderId: ports.newId(),
    customerId,
    status: 'PLACED',
    version: 1,
    ...priced.order,
    paymentToken: request.paymentToken,
    ...(request.shipNotBefore && { shipNotBefore: new Date(request.shipNotBefore).toISOString() }),
    stockReserved: false,
    placedAt,
    changedAt: placedAt,
  };
  const remembered: RememberedRequest = { idempotencyKey, payloadHash, orderId: order.orderId };
  // Most keys are new: whether one is taken is looked up only where the transaction says so.
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    if (await ports.intake.accept(order, remembered)) return { kind: 'ACCEPTED', orderId: order.orderId };
    const winner = await ports.intake.remembered(idempotencyKey);
    if (winner) return replay(winner, payloadHash);
  }
  throw new Error('a request with the same idempotency key is still under way');
}

/** A date of shipment so far ahead that the stock would be held for too long. */
function lateShipment({ shipNotBefore }: OrderRequest): FieldProblem {
  return {
    field: 'shipNotBefore',
    received: JSON.stringify(shipNotBefore),
    expected: `a time at most ${MAX_WAIT_DAYS} days ahead`,
  };
}

function replay(before: RememberedRequest, payloadHash: string): PlaceOrderResult {
  return before.payloadHash === payloadHash
    ? { kind: 'ACCEPTED', orderId: before.orderId }
    : { kind: 'KEY_USED_FOR_ANOTHER_REQUEST' };
}
