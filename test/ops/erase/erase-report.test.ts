import { dev } from '../../../lib/stages/dev.ts';
import { prod } from '../../../lib/stages/prod.ts';
import { describeErasure } from '../../../ops/erase/describe-erasure.ts';
import { retainedDataOf } from '../../../ops/erase/retained-data.ts';

test('one line for each target states the action, the retained data and the reason', () => {
  const outcomes = [
    { target: 'orders', state: 'done', what: '2 orders under the pseudonym' },
    { target: 'notices', state: 'nothing' },
  ] as const;
  const kept = [{ target: 'lake', why: 'it identifies no person' }];
  expect(describeErasure({ kind: 'ERASED', outcomes }, 'a3c1', kept)).toEqual({
    lines: [
      '  done       orders            2 orders under the pseudonym',
      '  nothing    notices',
      '  kept       lake              it identifies no person',
      'Customer a3c1 is erased.',
    ],
    exitCode: 0,
  });
});

test('a failed target is reported with its reason, and sets the exit code', () => {
  const outcomes = [
    { target: 'orders', state: 'failed', what: 'access denied' },
    { target: 'invoices', state: 'not begun' },
  ] as const;
  expect(describeErasure({ kind: 'INCOMPLETE', outcomes }, 'a3c1', [])).toEqual({
    lines: [
      '  failed     orders            access denied',
      '  not begun  invoices',
      'Customer a3c1 is not erased yet: orders failed. Run the command again: it continues from there.',
    ],
    exitCode: 1,
  });
});

test('a refusal is one sentence; an unknown customer is not a failure', () => {
  expect(describeErasure({ kind: 'REFUSED', reason: 'no' }, 'a3c1', [])).toEqual({ lines: ['no'], exitCode: 1 });
  expect(describeErasure({ kind: 'NOTHING_KEPT', outcomes: [] }, 'a3c1', [])).toEqual({
    lines: ['There is no data of customer a3c1: either erased before, or never a customer of this stage.'],
    exitCode: 0,
  });
});

test('a stage with a real payment provider and backups reports the data that they retain', () => {
  const targets = (stage: typeof prod) => retainedDataOf(stage).map(({ target }) => target);
  expect(targets(prod)).toEqual(expect.arrayContaining(['backups', 'payment provider']));
  expect(targets(dev)).not.toEqual(expect.arrayContaining(['payment provider']));
});

test('reports the data of a customer in the access logs: the id and the address of each request', () => {
  const logs = retainedDataOf(prod).find(({ target }) => target === 'logs');
  expect(logs?.why).toMatch(/^the customer's id and IP address of each request/);
});
