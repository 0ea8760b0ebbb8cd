import { ulid } from 'ulid';
import type * as z from 'zod';
import type { AcceptedOrder } from '../../client/order-api.ts';
import { anOrder } from '../orders/an-order.ts';
import { anEvent, CUSTOMER } from './an-event.ts';
import type { Routes } from './routes-in-memory.ts';

/** A valid request that places an order. */
export const REQUEST = { lines: [{ sku: 'CUP', quantity: 2 }], paymentToken: 'tok_visa' };

const withKey = (key: string) => ({ headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key } });

/** The path of a request for an order. */
export const pathOf = (orderId: string) => ({ pathParameters: { orderId } });

/** Places an order over its route and returns its id. */
export async function placed({ ask }: Routes, key: string = ulid(), requestContext = anEvent().requestContext) {
  const answer = await ask<AcceptedOrder>('placeOrder', { body: REQUEST, ...withKey(key), requestContext });
  expect(answer.status).toBe(202);
  return answer.body.orderId;
}

/** Stores an order in a status that a workflow brings orders to. */
export async function storedAs(
  { orders }: Routes,
  status: 'SHIPPING' | 'SHIPPED' | 'RESERVED' | 'REFUNDED',
  { customerId = CUSTOMER, orderId = ulid() } = {},
): Promise<string> {
  const key = { idempotencyKey: orderId, payloadHash: 'hash', orderId };
  await orders.accept(anOrder({ orderId, customerId, status }), key);
  return orderId;
}

/** Expects that a body matches its schema. */
export const isA = (schema: z.ZodType, body: unknown) => expect(schema.safeParse(body).error).toBeUndefined();
