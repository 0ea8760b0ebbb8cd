import type { Order } from '../../lambda/orders/domain/order.ts';

/** A placed order of two cups, with the changes that a test needs. */
export function anOrder(different: Partial<Order> = {}): Order {
  return {
    orderId: '01JD000000000000000000TEST',
    customerId: 'AIDACUSTOMER',
    status: 'PLACED',
    version: 1,
    lines: [{ sku: 'CUP', quantity: 2, name: 'Cup', warehouse: 'north', unitPrice: 1_250 }],
    total: 2_500,
    currency: 'EUR',
    paymentToken: 'tok_visa',
    stockReserved: false,
    placedAt: '2026-01-01T10:00:00.000Z',
    changedAt: '2026-01-01T10:00:00.000Z',
    ...different,
  };
}
