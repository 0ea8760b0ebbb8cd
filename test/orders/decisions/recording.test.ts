import { DECISION_EXPIRES_AT } from '../../../lambda/orders/decisions/decision-record.ts';
import { recording } from '../../../lambda/orders/decisions/dynamo-decisions.ts';

test('a decision expires after the years of its table', () => {
  const decision = { kind: 'PRODUCT_REMOVED', sku: 'CUP', by: 'ann', at: '2026-01-01T00:00:00.500Z' } as const;
  const before = { sku: 'CUP', name: 'Cup', warehouse: 'north', unitPrice: 1_250, currency: 'EUR', version: 1 };
  const { Item } = recording({ name: 'decisions', years: 7 }, { ...decision, before });
  // A year has 365 days and six hours.
  expect(Item).toMatchObject({ [DECISION_EXPIRES_AT]: Date.parse('2032-12-31T18:00:00Z') / 1_000 });
});
