import type { Decision } from '../../lambda/orders/approvals/approvals.ts';
import type { OrderRequest } from '../../lambda/orders/domain/order.ts';
import type { Article } from '../../lambda/orders/products/product.ts';

/** The products of the simulation. */
export const PRODUCTS: readonly Article[] = [
  { sku: 'CUP', name: 'Cup', warehouse: 'north', unitPrice: 1_250, currency: 'EUR' },
  { sku: 'POT', name: 'Pot', warehouse: 'south', unitPrice: 3_990, currency: 'EUR' },
  { sku: 'CLOCK', name: 'Clock', warehouse: 'closed-east', unitPrice: 9_900, currency: 'EUR' },
  { sku: 'PIANO', name: 'Piano', warehouse: 'north', unitPrice: 250_000, currency: 'EUR' },
  { sku: 'YACHT', name: 'Yacht', warehouse: 'south', unitPrice: 99_000_000, currency: 'EUR' },
];

/** The stock of each article. */
export const STOCK = 5;

/** An action of a customer during an order. */
export type Interruption = 'cancels' | 'requests a refund';

/** The events of a run without faults, and its possible outcomes. */
export interface Journey {
  readonly name: string;
  readonly lines: OrderRequest['lines'];
  /** The orders of further customers, in turn, if they differ. @default - the same as of the first */
  readonly further?: readonly Pick<Journey, 'lines' | 'paymentToken'>[];
  /** @default tok_visa */
  readonly paymentToken?: string;
  readonly shipNotBefore?: string;
  /** The decisions of the operators, made at the same time. @default none */
  readonly decisions?: readonly Decision[];
  /** The minutes until the decisions; a negative number counts back from the expiry. @default 10 */
  readonly decidedAfterMinutes?: number;
  /** The number of customers who place the order. @default 1 */
  readonly customers?: number;
  /** True if the customer sends the order twice at once. */
  readonly sentTwice?: boolean;
  /** The number of refund requests after the shipment. */
  readonly refunds?: number;
  /** The action of the customer during the journey. */
  readonly interruption?: Interruption;
  /** The possible outcomes of each order, with the reason of a rejection. */
  readonly outcomes: readonly string[];
  /** The stock of each article. @default STOCK */
  readonly stock?: number;
  /** The number of shipped orders, if it is known. */
  readonly shipped?: number;
}

const cup = { sku: 'CUP', quantity: 2 };
const pot = { sku: 'POT', quantity: 1 };
const clock = { sku: 'CLOCK', quantity: 1 };
const piano = { sku: 'PIANO', quantity: 1 };

const PURCHASES: readonly Journey[] = [
  { name: 'a purchase from one warehouse', lines: [cup], outcomes: ['SHIPPED'] },
  { name: 'a purchase from two warehouses', lines: [cup, pot], outcomes: ['SHIPPED'] },
  {
    name: 'a purchase for a later date',
    lines: [cup],
    shipNotBefore: '2026-01-04T08:00:00Z',
    outcomes: ['SHIPPED'],
  },
  { name: 'an approval that is granted', lines: [piano], decisions: ['APPROVED'], outcomes: ['SHIPPED'] },
];

/** Every journey of the simulation. */
export const JOURNEYS: readonly Journey[] = [
  ...PURCHASES,
  {
    name: 'an approval that is granted at once',
    lines: [piano],
    decisions: ['APPROVED'],
    decidedAfterMinutes: 0,
    outcomes: ['SHIPPED'],
  },
  { name: 'an order sent twice at once', lines: [cup], sentTwice: true, outcomes: ['SHIPPED'] },
  { name: 'a charge whose answer is lost', lines: [cup], paymentToken: 'tok_lost', outcomes: ['SHIPPED'] },
  { name: 'a charge that is answered late', lines: [cup], paymentToken: 'tok_timeout', outcomes: ['SHIPPED'] },
  { name: 'a charge that is requested twice', lines: [cup], paymentToken: 'tok_twice', outcomes: ['SHIPPED'] },
  { name: 'a provider that is unavailable', lines: [cup], paymentToken: 'tok_unavailable', outcomes: ['SHIPPED'] },
  { name: 'out of stock', lines: [cup, { sku: 'POT', quantity: STOCK + 1 }], outcomes: ['REJECTED OUT_OF_STOCK'] },
  { name: 'suspected fraud', lines: [{ sku: 'YACHT', quantity: 1 }], outcomes: ['REJECTED SUSPECTED_FRAUD'] },
  { name: 'a card that is declined', lines: [cup], paymentToken: 'tok_declined', outcomes: ['REJECTED DECLINED'] },
  { name: 'an approval that is denied', lines: [piano], decisions: ['DENIED'], outcomes: ['REJECTED APPROVAL_DENIED'] },
  { name: 'an approval that expires', lines: [piano], outcomes: ['REJECTED APPROVAL_EXPIRED'] },
  {
    name: 'an approval in the last minute',
    lines: [piano],
    decisions: ['APPROVED'],
    decidedAfterMinutes: -1,
    outcomes: ['SHIPPED', 'REJECTED APPROVAL_EXPIRED'],
  },
  {
    name: 'two operators who disagree',
    lines: [piano],
    decisions: ['DENIED', 'APPROVED'],
    outcomes: ['SHIPPED', 'REJECTED APPROVAL_DENIED'],
  },
  { name: 'a shipment that fails', lines: [cup, clock], outcomes: ['REJECTED SHIPMENT_FAILED'] },
  {
    name: 'two customers and too little for both',
    lines: [{ sku: 'CUP', quantity: STOCK }],
    customers: 2,
    outcomes: ['SHIPPED', 'REJECTED OUT_OF_STOCK'],
    shipped: 1,
  },
  { name: 'two customers and enough for both', lines: [cup], customers: 2, outcomes: ['SHIPPED'], shipped: 2 },
  { name: 'a refund', lines: [cup], refunds: 1, outcomes: ['REFUNDED'] },
  { name: 'a refund requested twice', lines: [cup, pot], refunds: 2, outcomes: ['REFUNDED'] },
];

/** Journeys that a customer interrupts. */
export const INTERRUPTED: readonly Journey[] = [
  {
    name: 'an approval without a decision, cancelled',
    lines: [piano],
    interruption: 'cancels',
    outcomes: ['REJECTED APPROVAL_EXPIRED', 'CANCELLED'],
  },
  ...PURCHASES.flatMap((journey): Journey[] => [
    {
      ...journey,
      name: `${journey.name}, cancelled`,
      interruption: 'cancels',
      outcomes: ['SHIPPED', 'CANCELLED'],
    },
    {
      ...journey,
      name: `${journey.name}, with a concurrent refund request`,
      interruption: 'requests a refund',
      outcomes: ['SHIPPED', 'REFUNDED'],
    },
  ]),
];
