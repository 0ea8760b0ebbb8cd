import type { Order } from '../../client/order-api.ts';
import type { PaymentLedger } from '../../client/payment-ledger.ts';
import type { StockCount } from '../../lambda/orders/products/products.ts';

/**
 * Describes stock and payments of the demo's orders as tables.
 *
 * @throws Error if stock is still reserved, or an order that ended without goods was charged
 */
export async function describeBalance(stock: StockCount[], orders: Order[], ledger: PaymentLedger): Promise<string[]> {
  const lines = [row('article', 'available', 'reserved', 'shipped')];
  for (const { sku, available, reserved, shipped } of stock) {
    lines.push(row(sku, available, reserved, shipped));
    if (reserved !== 0) throw new Error(`${reserved} of ${sku} are still reserved`);
  }
  lines.push(row('order', 'status', 'total', 'paid'));
  for (const { orderId, status, total } of orders) {
    const paid = await ledger.balanceOf(orderId);
    const owed = status === 'SHIPPED' ? total : 0;
    lines.push(row(orderId, status, total, paid));
    if (paid !== owed) throw new Error(`order ${orderId} is ${status} and cost ${paid}, expected ${owed}`);
  }
  return lines;
}

function row(name: string, ...cells: (string | number)[]): string {
  return `${name.padEnd(28)}${cells.map((cell) => String(cell).padStart(11)).join('')}`;
}
