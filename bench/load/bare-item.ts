import { ulid } from 'ulid';

/** The item that the bare function puts for a request. It has an order's attributes, and so an order's size. */
export function bareItem(customerId: string, body: string): Record<string, unknown> {
  const { lines, paymentToken } = JSON.parse(body) as { lines: object[]; paymentToken: string };
  const now = new Date().toISOString();
  return {
    orderId: ulid(),
    customerId,
    status: 'PLACED',
    version: 1,
    lines: lines.map((line) => ({ ...line, name: 'Espresso cup', warehouse: 'north', unitPrice: 1_250 })),
    total: 2_500,
    currency: 'EUR',
    paymentToken,
    stockReserved: false,
    placedAt: now,
    changedAt: now,
    deadline: now,
    deadlineShard: 'IN_FLIGHT#0',
  };
}
