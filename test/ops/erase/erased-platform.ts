import { issueInvoice } from '../../../lambda/documents/issue-invoice.ts';
import { orderEventOf } from '../../../lambda/messaging/order-event.ts';
import type { Order } from '../../../lambda/orders/domain/order.ts';
import { CustomerApprovalsTarget } from '../../../ops/erase/customer-approvals.ts';
import { DeletedItems } from '../../../ops/erase/deleted-items.ts';
import { InvoicesTarget } from '../../../ops/erase/invoices.ts';
import { OrdersTarget } from '../../../ops/erase/orders.ts';
import { SandboxTarget } from '../../../ops/erase/sandbox-records.ts';
import { SignInTarget } from '../../../ops/erase/sign-in.ts';
import { LateOrdersTarget, UnfinishedOrders } from '../../../ops/erase/unfinished-orders.ts';
import { textOf } from '../../documents/read-pdf.ts';
import { anOrder } from '../../orders/an-order.ts';
import {
  InMemoryCustomerApprovals,
  InMemoryCustomerOrders,
  InMemoryItems,
  InMemorySandboxRecords,
  InMemoryShelves,
  InMemoryUsers,
} from './in-memory-customers.ts';

export const CUSTOMER = 'a3c1';
export const identity = { customerId: CUSTOMER, pseudonym: 'erased-01' };
export const again = { ...identity, pseudonym: 'erased-02' };
export const token = 'tok_visa';

/** A platform with a customer who has a shipped, a refunded and a cancelled order, and with another customer. */
export async function platform() {
  const orders = new InMemoryCustomerOrders();
  const approvals = new InMemoryCustomerApprovals();
  const sandbox = new InMemorySandboxRecords();
  const documents = new InMemoryShelves();
  const users = new InMemoryUsers();
  const items = new InMemoryItems();
  const add = async (different: Partial<Order>) => {
    const order = anOrder({ customerId: CUSTOMER, version: 5, paymentToken: token, ...different });
    orders.put(order);
    sandbox.records.set(order.orderId, { id: `payment#${order.orderId}-charge`, payment: { amount: order.total } });
    const shipped = orderEventOf({ ...order, status: 'SHIPPED', changedAt: '2026-01-02T03:04:05.678Z' });
    if (['SHIPPED', 'REFUNDED'].includes(order.status)) await issueInvoice(documents, shipped);
  };
  await add({ orderId: '01S', status: 'SHIPPED', changedAt: '2026-01-02T03:04:05.678Z' });
  await add({ orderId: '01R', status: 'REFUNDED', version: 7, changedAt: '2026-03-01T00:00:00.000Z' });
  await add({ orderId: '01C', status: 'CANCELLED' });
  approvals.decidedBy.set('01C', CUSTOMER);
  await add({ orderId: '01X', status: 'SHIPPED', customerId: 'other' });
  for (const customerId of [CUSTOMER, 'other']) {
    users.users.add(customerId);
    items.items.push({ customerId, id: 'a' }, { customerId, id: 'b' });
  }
  const unfinished = new UnfinishedOrders({ orders, buckets: documents.buckets });
  const ports = {
    unfinished,
    targets: [
      new SignInTarget(users),
      new LateOrdersTarget(unfinished),
      new DeletedItems({ name: 'notices', called: ['notice', 'notices'], items }),
      new SandboxTarget(orders, sandbox),
      new OrdersTarget(orders),
      new CustomerApprovalsTarget(orders, approvals),
      new InvoicesTarget({ orders, store: documents, buckets: documents.buckets }),
    ],
  };
  const everything = () =>
    JSON.stringify([
      ...[...orders.orders.values(), ...sandbox.records.values(), ...approvals.decidedBy.values(), ...users.users],
      ...[...items.items, ...documents.documents.keys(), ...documents.deleted.keys(), ...documents.replica.keys()],
      ...[documents.documents, documents.replica].flatMap((bucket) =>
        [...bucket.values()].map(({ body }) => textOf(body)),
      ),
    ]);
  return { ports, orders, approvals, sandbox, documents, users, items, add, everything };
}
