import { invoicePdf } from '../../lambda/documents/invoice.ts';
import { invoiceText, LINE_WIDTH, money } from '../../lambda/documents/invoice-text.ts';
import { orderEventOf } from '../../lambda/messaging/order-event.ts';
import type { Order, OrderLine } from '../../lambda/orders/domain/order.ts';
import { anOrder } from '../orders/an-order.ts';
import { textOf } from './read-pdf.ts';

const shipped = (different: Partial<Order> = {}) =>
  orderEventOf(anOrder({ status: 'SHIPPED', version: 3, changedAt: '2026-01-02T03:04:05.678Z', ...different }));
const line = (different: Partial<OrderLine> = {}) => ({ ...(anOrder().lines[0] as OrderLine), ...different });
const named = (name: string) => shipped({ lines: [line({ name })] });

test('shows the customer, the articles, the dates and the prices', () => {
  expect(
    invoiceText(shipped({ lines: [line(), line({ sku: 'POT-6', name: 'Moka pot', quantity: 1 })], total: 3_750 })),
  ).toMatchInlineSnapshot(`
[
  "INVOICE",
  "",
  "Order     01JD000000000000000000TEST",
  "Customer  AIDACUSTOMER",
  "Ordered   2026-01-01",
  "Shipped   2026-01-02",
  "",
  "Article                                        Qty               Price              Amount",
  "------------------------------------------------------------------------------------------",
  "CUP Cup                                          2           EUR 12.50           EUR 25.00",
  "POT-6 Moka pot                                   1           EUR 12.50           EUR 12.50",
  "------------------------------------------------------------------------------------------",
  "Total                                                                            EUR 37.50",
]
`);
});

test('can be read back from the PDF', () => {
  const [page] = textOf(invoicePdf(shipped()));
  expect(page?.split('\n')).toEqual(invoiceText(shipped()));
});

test('is the same, byte for byte, at any time', () => {
  const first = invoicePdf(shipped());
  jest.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), doNotFake: ['setTimeout', 'setImmediate', 'nextTick'] });
  const second = invoicePdf(shipped());
  jest.useRealTimers();
  expect(Buffer.from(second).equals(first)).toBe(true);
});

test('adds a page if the lines of the largest order need it, without losing any', () => {
  const lines = Array.from({ length: 50 }, (_, index) => line({ sku: `ARTICLE-${index}` }));
  const pages = textOf(invoicePdf(shipped({ lines })));
  expect(pages.length).toBe(2);
  for (const { sku } of lines) expect(pages.join('\n')).toContain(`${sku} Cup`);
});

test.each([
  ['emoji', '☕\uFE0F Cup 👩\u200D🍳', 'CUP ? Cup ??'],
  ['right-to-left text', 'כוס קפה', 'CUP ??? ???'],
  ['a change of direction', 'Cup \u202Etxt.exe', 'CUP Cup txt.exe'],
  ['line breaks', 'Cup\r\nTotal EUR 0.00', 'CUP Cup Total EUR 0.00'],
  ['control characters', 'Cup\u0000\u0007\u001B[2J', 'CUP Cup [2J'],
  ['half a character', 'Cup \uD83D', 'CUP Cup'],
  ['separators of lines', 'Cup\u2028of\u2029tea\u0085', 'CUP Cup of tea'],
  ['characters beyond Latin-1 that the font has', 'Ž “tea” – 5 €', 'CUP Ž “tea” – 5 €'],
  ['a letter with a separate accent', 'Cafe\u0301 crème', 'CUP Café crème'],
  ['nothing to see', '\u200B', 'CUP'],
  ['PDF syntax', ') Tj ET endstream (', 'CUP ) Tj ET endstream ('],
  ['far too many characters', 'x'.repeat(100_000), `CUP ${'x'.repeat(38)}…`],
  ['far too many astral characters', '👍'.repeat(10_000), `CUP ${'?'.repeat(38)}…`],
])('draws a name with %s on one line, in its column', (_, name, expected) => {
  const [page = ''] = textOf(invoicePdf(named(name)));
  const lines = page.split('\n');
  expect(lines.length).toBe(invoiceText(shipped()).length);
  const row = lines[9] ?? '';
  expect(row.slice(0, 44).trimEnd()).toBe(expected);
  expect(row.length).toBe(LINE_WIDTH);
});

test.each([
  [1_250, 'EUR', 'EUR 12.50'],
  [5, 'EUR', 'EUR 0.05'],
  [0, 'USD', 'USD 0.00'],
  [1_250, 'JPY', 'JPY 1,250'],
  [1_250, 'KWD', 'KWD 1.250'],
  [Number.MAX_SAFE_INTEGER, 'EUR', 'EUR 90,071,992,547,409.91'],
])('writes %i minor units of %s as %s', (minorUnits, currency, written) => {
  expect(money(minorUnits, currency)).toBe(written);
});
