import { type FieldProblem, receivedValue } from '../../platform/field-problem.ts';
import type { Order, OrderRequest } from '../domain/order.ts';
import type { Article } from '../products/product.ts';

/** The part of an order that is computed from its request and the current prices. */
export type PricedOrder = Pick<Order, 'lines' | 'total' | 'currency'>;

/** Prices a request, or returns the problems of the lines that cannot be sold together. */
export function priceOrder(
  request: OrderRequest,
  products: ReadonlyMap<string, Article>,
  currencies: readonly string[],
): { order: PricedOrder } | { problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const lines: Order['lines'] = [];
  const currency = products.get(request.lines[0]?.sku ?? '')?.currency ?? '';

  for (const [index, line] of request.lines.entries()) {
    const field = `lines[${index}].sku`;
    const received = receivedValue(line.sku);
    const product = products.get(line.sku);
    if (!product) problems.push({ field, ...received, expected: 'an article that is sold' });
    else if (!currencies.includes(product.currency)) {
      problems.push({ field, ...received, expected: `an article priced in ${currencies.join(' or ')}` });
    } else if (currency && product.currency !== currency) {
      problems.push({ field, ...received, expected: `an article priced in ${currency}, as the first line's is` });
    } else lines.push({ ...line, name: product.name, warehouse: product.warehouse, unitPrice: product.unitPrice });
  }

  const total = lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  if (!Number.isSafeInteger(total)) {
    problems.push({ field: 'lines', expected: `a total of at most ${Number.MAX_SAFE_INTEGER} minor units` });
  }
  return problems.length > 0 ? { problems } : { order: { lines, total, currency } };
}
