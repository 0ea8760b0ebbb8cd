import { createHash } from 'node:crypto';
import type { FieldProblem } from '../../platform/field-problem.ts';
import { MAX_WAIT_DAYS, type Order, type OrderRequest } from '../domain/order.ts';
import type { Catalogue } from './catalogue.ts';
import { priceOrder } from './price-order.ts';

/** The number of attempts to write an order while another request with its key is in progress. */
const MAX_ATTEMPTS = 3;

const DAY_IN_MS = 86_400_000;

/** An accepted request, as stored under its idempotency key. */
export interface RememberedRequest {
  /** The caller and the caller's key. */
  readonly idempotencyKey: string;
  /** The SHA-256 of the request. */
  readonly payloadHash: string;
  /** The order that was placed. */
  readonly orderId: string;
}

/** Accepts orders, once per idempotency key. */
export interface OrderIntake {
  /** Returns the request that used this key, if there is one. */
  remembered(idempotencyKey: string): Promise<RememberedRequest | undefined>;
  /** Stores the order and its key, both or neither; returns false if the key is already used. */
  accept(order: Order, request: RememberedRequest): Promise<boolean>;
}

/** Ports of placing an order. */
export interface PlaceOrderPorts {
  readonly intake: OrderIntake;
  readonly catalogue: Catalogue;
  readonly now: () => Date;
  readonly newId: () => string;
  /** The accepted currencies. */
  readonly currencies: readonly string[];
}

/** The request of a customer, with its idempotency key. */
export interface PlaceOrderInput {
  readonly customerId: string;
  readonly idempotencyKey: string;
  readonly request: OrderRequest;
}

/** Result of placing an order. */
export type PlaceOrderResult =
  | { readonly kind: 'ACCEPTED'; readonly orderId: string }
  | { readonly kind: 'KEY_USED_FOR_ANOTHER_REQUEST' }
  | { readonly kind: 'INVALID'; readonly problems: FieldProblem[] };

/** Accepts an order at the current prices; the same request under the same key is the same order. */
export async function placeOrder(ports: PlaceOrderPorts, input: PlaceOrderInput): Promise<PlaceOrderResult> {
  const { customerId, request } = input;
  const idempotencyKey = `${customerId}#${input.idempotencyKey}`;
  const payloadHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');

  const now = ports.now();
  const products = await ports.catalogue.find(request.lines.map((line) => line.sku));
  const priced = priceOrder(request, products, ports.currencies);
  const tooLate = Date.parse(request.shipNotBefore ?? '') > now.getTime() + MAX_WAIT_DAYS * DAY_IN_MS;
  const problems = [...('problems' in priced ? priced.problems : []), ...(tooLate ? [lateShipment(request)] : [])];
  if ('problems' in priced || problems.length > 0) {
    // An order that cannot be accepted now may have been accepted before.
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
  // Most keys are new: a key is looked up only if the transaction fails on it.
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    if (await ports.intake.accept(order, remembered)) return { kind: 'ACCEPTED', orderId: order.orderId };
    const winner = await ports.intake.remembered(idempotencyKey);
    if (winner) return replay(winner, payloadHash);
  }
  throw new Error('a request with the same idempotency key is still in progress');
}

/** The problem of a date of shipment for which stock would be reserved too long. */
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
