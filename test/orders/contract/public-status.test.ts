import { publicOrderOf } from '../../../lambda/orders/contract/public-order.ts';
import { publicReason, publicReasonOf } from '../../../lambda/orders/contract/public-reason.ts';
import { PUBLIC_STATUSES, publicStatus, publicStatusOf } from '../../../lambda/orders/contract/public-status.ts';
import { ORDER_STATUSES } from '../../../lambda/orders/domain/order.ts';
import { COMPENSATION_CLAIMS, isCancellable, isSettled } from '../../../lambda/orders/domain/order-change.ts';
import { REJECTIONS } from '../../../lambda/orders/domain/order-reason.ts';
import { anOrder } from '../an-order.ts';

const internalsOf = (shown: string) => ORDER_STATUSES.filter((status) => publicStatusOf(status) === shown);

test('every public status has an internal one', () => {
  expect(PUBLIC_STATUSES.filter((shown) => internalsOf(shown).length === 0)).toEqual([]);
});

test.each(PUBLIC_STATUSES)('orders shown as %s can all be cancelled, or none can, as its description says', (shown) => {
  const promised = ['PLACED', 'CHARGED'].includes(shown);
  expect(internalsOf(shown).filter((status) => isCancellable(status) !== promised)).toEqual([]);
});

test.each(PUBLIC_STATUSES)('either all internal statuses of %s are settled, or none is', (shown) => {
  expect(new Set(internalsOf(shown).map(isSettled)).size).toBe(1);
});

test.each(Object.entries(COMPENSATION_CLAIMS))(
  'a claim of the compensation is not public: %s shows as %s',
  (from, to) => {
    expect(publicStatusOf(to)).toBe(publicStatusOf(from));
  },
);

test('the reason of a claim is not public before the order has failed', () => {
  const order = anOrder({ status: 'FAILING_CHARGED', reason: 'States.Timeout' });
  expect(publicOrderOf(order)).not.toHaveProperty('reason');
  expect(publicOrderOf({ ...order, status: 'FAILED' })).toHaveProperty('reason', 'INTERNAL_ERROR');
});

test('each status and reason is documented', () => {
  for (const { options, description = '' } of [publicStatus, publicReason]) {
    expect(description).toMatch(/^The [a-z, ]+\. `/);
    for (const value of options) expect(description).toContain(`\`${value}\`: `);
  }
});

test.each(['ON_HOLD', '', 'constructor'])('a status that this release does not know needs attention: %j', (status) => {
  expect(publicStatusOf(status)).toBe('NEEDS_ATTENTION');
});

test.each(REJECTIONS)('%s has a public reason of its own, which does not mention fraud', (reason) => {
  expect(publicReasonOf(reason)).not.toBe('INTERNAL_ERROR');
  expect(publicReasonOf(reason)).not.toContain('FRAUD');
});

test.each(['PaymentOutcomeUnknown', 'States.Timeout', 'Overdue', 'A_NEWER_REASON', 'constructor'])(
  'the name of an error is not a public reason: %s',
  (reason) => {
    expect(publicReasonOf(reason)).toBe('INTERNAL_ERROR');
  },
);
