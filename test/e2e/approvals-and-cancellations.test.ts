import type { ApprovalList } from '../../client/order-api.ts';
import { type Deployed, deployed } from './deployed.ts';

const MACHINE = [{ sku: 'ESPRESSO-MACHINE', quantity: 1 }];

let platform: Deployed;

beforeAll(async () => {
  platform = await deployed();
});

test('an order at the threshold waits for an operator, and only the first decision counts', async () => {
  const orderId = await platform.shop.place({ lines: MACHINE });
  await platform.shop.awaitsApproval(orderId);
  expect(await platform.shop.reached(orderId, 'PLACED')).toMatchObject({ orderId });
  const { body } = await platform.operator.send<ApprovalList>({ method: 'GET', path: '/approvals' });
  expect(body.approvals).toContainEqual(expect.objectContaining({ orderId }));
  expect(JSON.stringify(body)).not.toContain('token');

  expect(await platform.shop.decide(orderId, 'APPROVED')).toMatchObject({ status: 200 });
  expect(await platform.shop.settled(orderId)).toMatchObject({ status: 'SHIPPED' });
  const decideAgain = (decision: string) =>
    platform.operator.send({
      method: 'POST',
      path: `/orders/${orderId}/approval`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ decision }),
    });
  expect(await decideAgain('APPROVED')).toMatchObject({ status: 200 });
  expect(await decideAgain('DENIED')).toMatchObject({ status: 409 });
});

test('an order that an operator denies is rejected without a charge', async () => {
  const orderId = await platform.shop.place({ lines: MACHINE });
  await platform.shop.decide(orderId, 'DENIED');
  expect(await platform.shop.settled(orderId)).toMatchObject({ status: 'REJECTED', reason: 'APPROVAL_DENIED' });
  expect(await platform.ledger.entriesOf(orderId)).toEqual([]);
});

test('an order that is paid and waits for its shipping date can be cancelled; a shipped order cannot', async () => {
  const shipNotBefore = new Date(Date.now() + 3_600_000).toISOString();
  const orderId = await platform.shop.place({ shipNotBefore });
  await platform.shop.reached(orderId, 'CHARGED');
  const cancelled = await platform.shop.cancel(orderId);
  expect(cancelled).toMatchObject({ status: 'CANCELLED', reason: 'CANCELLED_BY_CUSTOMER' });
  expect(await platform.ledger.balanceOf(orderId)).toBe(0);

  const shipped = await platform.shop.purchase();
  await expect(platform.shop.cancel(shipped.orderId)).rejects.toThrow(/answered 409.*is SHIPPED/);
});

test('cancelling an order that waits for an operator ends its approval', async () => {
  const orderId = await platform.shop.place({ lines: MACHINE });
  await platform.shop.awaitsApproval(orderId);
  await platform.shop.cancel(orderId);
  expect(
    await platform.ledger.entriesOf(orderId).then((entries) => entries.filter(({ amount }) => amount !== 0)),
  ).toEqual([]);
  const decision = { method: 'POST', path: `/orders/${orderId}/approval`, body: '{"decision":"APPROVED"}' } as const;
  const headers = { 'content-type': 'application/json' };
  expect(await platform.operator.send({ ...decision, headers })).toMatchObject({ status: 409 });
});
