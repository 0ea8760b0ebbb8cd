import type { OrderNeedingAttention } from './orders-needing-attention.ts';

/** Describes the orders that need attention, a line for each, and the next step. */
export function describeAttention(orders: readonly OrderNeedingAttention[], stage: string): string {
  if (orders.length === 0) return `No order of stage ${stage} needs attention.`;
  const lines = orders.map(
    ({ orderId, since, total, currency, reason }) => `  ${orderId}  since ${since}  ${total} ${currency}  ${reason}`,
  );
  const count = orders.length === 1 ? '1 order needs' : `${orders.length} orders need`;
  return [
    `${count} attention in stage ${stage}, with the total in minor units of the currency:`,
    ...lines,
    'Next: docs/runbook.md#orders-that-need-attention',
  ].join('\n');
}
