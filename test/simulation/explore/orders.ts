import type { Order } from '../../../lambda/orders/domain/order.ts';
import { PRODUCTS, STOCK } from '../journeys.ts';
import { CUSTOMER_ID, ORDER_ID } from './cast.ts';
import { Platform } from './platform.ts';

const PLACED_AT = '2026-01-01T10:00:00.000Z';

/** An order to explore. */
interface ExploredOrder {
  /** Its articles, one of each. */
  readonly skus: readonly string[];
  readonly paymentToken: string;
  /** The statuses in which its workflow can end if no other actor acts. */
  readonly ends: readonly string[];
}

/** The orders to explore, by name: together they reach every state of the workflow. */
export const ORDERS = {
  'one parcel': { skus: ['CUP'], paymentToken: 'tok_visa', ends: ['SHIPPED'] },
  'two parcels': { skus: ['CUP', 'POT'], paymentToken: 'tok_visa', ends: ['SHIPPED'] },
  'a parcel that fails': { skus: ['CUP', 'CLOCK'], paymentToken: 'tok_visa', ends: ['REJECTED'] },
  'an approval': { skus: ['PIANO'], paymentToken: 'tok_visa', ends: ['SHIPPED', 'REJECTED'] },
  'a declined card': { skus: ['CUP'], paymentToken: 'tok_declined', ends: ['REJECTED'] },
} as const satisfies Record<string, ExploredOrder>;

/** The name of an order to explore. */
export type OrderName = keyof typeof ORDERS;

/** A platform with a placed order, whose workflow the stream has started. */
export async function platformWith(name: OrderName): Promise<Platform> {
  const { skus, paymentToken }: ExploredOrder = ORDERS[name];
  const platform = new Platform();
  for (const { sku } of PRODUCTS) await platform.orders.stockArticle(sku, STOCK);
  const lines = PRODUCTS.filter(({ sku }) => skus.includes(sku)).map(({ currency: _, ...line }) => ({
    ...line,
    quantity: 1,
  }));
  const order: Order = {
    ...{ orderId: ORDER_ID, customerId: CUSTOMER_ID, status: 'PLACED', version: 1 },
    ...{ lines, total: lines.reduce((sum, { unitPrice }) => sum + unitPrice, 0), currency: 'EUR', paymentToken },
    ...{ stockReserved: false, placedAt: PLACED_AT, changedAt: PLACED_AT },
  };
  await platform.orders.accept(order, { idempotencyKey: 'key', payloadHash: 'hash', orderId: ORDER_ID });
  platform.stream(order);
  return platform;
}
