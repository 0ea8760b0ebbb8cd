import * as z from 'zod';
import { orderEvent } from '../../messaging/order-event.ts';
import { order } from '../domain/order.ts';

/** An order as its customer sees it: as it is told to whoever subscribed. */
export const orderView = orderEvent.shape.order.meta({
  description: 'An order, at the prices that were frozen when it was accepted.',
});

/** What a list says of an order. */
export const orderSummary = z.strictObject({
  ...order.pick({ orderId: true, status: true, total: true, currency: true, placedAt: true, changedAt: true }).shape,
});

/** A page of a customer's orders. */
export const orderPage = z.strictObject({
  orders: z.array(orderSummary).meta({ description: 'The newest first.' }),
  next: z.string().optional().meta({ description: 'The cursor of the next page; missing on the last one.' }),
});

/** What is answered to a request that was accepted, and is not done yet. */
export const acceptedOrder = z.strictObject({
  orderId: order.shape.orderId,
  status: z.enum(['PLACED', 'CANCELLING', 'REFUND_REQUESTED']).meta({ description: 'What was asked of the order.' }),
});

/** What a list says of an order. */
export type OrderSummary = z.infer<typeof orderSummary>;
