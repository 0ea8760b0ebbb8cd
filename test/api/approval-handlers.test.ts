import { ulid } from 'ulid';
import type { ApprovalList } from '../../client/order-api.ts';
import { approvalList, decidedApproval } from '../../lambda/api/routes/approval-list.ts';
import { anOrder } from '../orders/an-order.ts';
import { ANN, CUSTOMER } from './an-event.ts';
import { CUP, NOW, type Routes, routesInMemory } from './routes-in-memory.ts';

const requestedAt = NOW.toISOString();
const expiresAt = '2026-01-01T11:00:00.000Z';

const LINE = { sku: CUP.sku, quantity: 1, name: CUP.name, warehouse: CUP.warehouse, unitPrice: CUP.unitPrice };

async function waiting({ approvals, orders }: Routes, expires = expiresAt, customerId = CUSTOMER): Promise<string> {
  const orderId = ulid();
  orders.put({ ...anOrder({ orderId, customerId, lines: [LINE] }) });
  await approvals.open({ orderId, token: `token of ${orderId}`, attempt: 0, requestedAt, expiresAt: expires });
  return orderId;
}

const decision = (orderId: string, body: unknown) => ({ pathParameters: { orderId }, body });

test('lists the orders that wait for approval, without task tokens and expired requests', async () => {
  const routes = await routesInMemory();
  const orderId = await waiting(routes);
  await waiting(routes, requestedAt);
  const { status, body } = await routes.ask('listApprovals');
  expect({ status, body }).toEqual({ status: 200, body: { approvals: [{ orderId, requestedAt, expiresAt }] } });
  expect(approvalList.safeParse(body).success).toBe(true);
});

test('lists the orders that wait for approval in pages joined by a cursor', async () => {
  const routes = await routesInMemory();
  const ids = [await waiting(routes), await waiting(routes)].sort();
  const { body } = await routes.ask<ApprovalList>('listApprovals', { queryStringParameters: { limit: '1' } });
  expect(body.approvals).toMatchObject([{ orderId: ids[0] }]);
  const queryStringParameters = { cursor: body.next };
  expect((await routes.ask('listApprovals', { queryStringParameters })).body).toMatchObject({
    approvals: [{ orderId: ids[1] }],
  });
});

test('sends a decision to the workflow, and gives the same response to its repetition', async () => {
  const routes = await routesInMemory();
  const orderId = await waiting(routes);
  const first = await routes.ask('decideApproval', decision(orderId, { decision: 'APPROVED' }));
  expect(first).toMatchObject({ status: 200, body: { orderId, decision: 'APPROVED' } });
  expect(decidedApproval.safeParse(first.body).success).toBe(true);
  expect(await routes.ask('decideApproval', decision(orderId, { decision: 'APPROVED' }))).toEqual(first);
  expect(routes.answered).toEqual([{ token: `token of ${orderId}`, output: { decision: 'APPROVED' } }]);
  const approval = await routes.approvals.find(orderId);
  expect(approval).toMatchObject({ decidedBy: ANN });
  expect(approval).not.toHaveProperty('token');
  expect(routes.decisions.onOrder(orderId)).toMatchObject([{ kind: 'ORDER_APPROVED', by: ANN }]);
});

test('sends a decision again whose answer to the workflow was lost, and keeps its task token until then', async () => {
  const routes = await routesInMemory();
  const orderId = await waiting(routes);
  const succeed = routes.tokens.succeed;
  routes.tokens.succeed = async () => {
    throw new Error('the answer was lost');
  };
  const approved = decision(orderId, { decision: 'APPROVED' });
  await expect(routes.ask('decideApproval', approved)).rejects.toThrow('the answer was lost');
  expect(await routes.approvals.find(orderId)).toMatchObject({ end: 'APPROVED', token: `token of ${orderId}` });

  routes.tokens.succeed = succeed;
  expect(await routes.ask('decideApproval', approved)).toMatchObject({ status: 200 });
  expect(routes.answered).toHaveLength(1);
  expect(routes.decisions.onOrder(orderId)).toHaveLength(1);
});

test('refuses a second, different decision and names the first', async () => {
  const routes = await routesInMemory();
  const orderId = await waiting(routes);
  await routes.ask('decideApproval', decision(orderId, { decision: 'DENIED' }));
  expect(await routes.ask('decideApproval', decision(orderId, { decision: 'APPROVED' }))).toMatchObject({
    status: 409,
    body: { detail: `The approval of order ${orderId} has ended: DENIED.` },
  });
});

test('responds 404 to a decision on an order without an approval request', async () => {
  const { ask } = await routesInMemory();
  expect(await ask('decideApproval', decision(ulid(), { decision: 'APPROVED' }))).toMatchObject({ status: 404 });
  expect(await ask('decideApproval', decision('unknown', { decision: 'APPROVED' }))).toMatchObject({
    status: 404,
    body: { detail: 'Order unknown has no approval request.' },
  });
});
