import type { OrderEvent } from '../messaging/order-event.ts';
import type { OrderLine } from '../orders/domain/order.ts';
import { minorDigitsOf } from '../platform/currency.ts';

/** The number of characters in a line of an invoice. */
export const LINE_WIDTH = 90;

const AMOUNT_WIDTH = 20;
const QUANTITY_WIDTH = 6;
const ARTICLE_WIDTH = LINE_WIDTH - QUANTITY_WIDTH - 2 * AMOUNT_WIDTH;
const RULE = '-'.repeat(LINE_WIDTH);

/** Returns the lines of an invoice, with columns for a monospaced font. */
export function invoiceText({ order, occurredAt }: OrderEvent): string[] {
  const { currency } = order;
  return [
    'INVOICE',
    '',
    `Order     ${printable(order.orderId)}`,
    `Customer  ${printable(order.customerId)}`,
    `Ordered   ${order.placedAt.slice(0, 10)}`,
    `Shipped   ${occurredAt.slice(0, 10)}`,
    '',
    row('Article', 'Qty', 'Price', 'Amount'),
    RULE,
    ...order.lines.map((line) => articleRow(line, currency)),
    RULE,
    row('Total', '', '', money(order.total, currency)),
  ];
}

/** Formats an amount of minor units with the decimals of its currency: `EUR 12.50`, `JPY 1,250`. */
export function money(minorUnits: number, currency: string): string {
  const decimals = minorDigitsOf(currency);
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    ...{ currency, currencyDisplay: 'code' },
    ...{ minimumFractionDigits: decimals, maximumFractionDigits: decimals },
  });
  // A decimal string instead of a division, which would round large amounts.
  return printable(format.format(`${minorUnits}E-${decimals}` as `${number}`));
}

/** Removes characters that move the cursor or change the text direction: the name of an article may be any Unicode. */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
}

function articleRow({ sku, name, quantity, unitPrice }: OrderLine, currency: string): string {
  return row(
    shortened(`${sku} ${printable(name)}`),
    String(quantity),
    money(unitPrice, currency),
    money(quantity * unitPrice, currency),
  );
}

function row(article: string, quantity: string, price: string, amount: string): string {
  return [
    // The width in code points, because the font draws each as one character.
    article + ' '.repeat(ARTICLE_WIDTH - [...article].length),
    quantity.padStart(QUANTITY_WIDTH),
    price.padStart(AMOUNT_WIDTH),
    amount.padStart(AMOUNT_WIDTH),
  ].join('');
}

function shortened(article: string): string {
  const characters = [...article];
  const room = ARTICLE_WIDTH - 1;
  return characters.length > room ? `${characters.slice(0, room - 1).join('')}…` : article;
}
