import type { Settings } from '../../platform/settings.ts';
import { changedPrice, type Decisions } from '../decisions/decision-record.ts';
import { mailboxOf, personOf } from '../decisions/person.ts';
import { isPartner } from '../domain/customer-id.ts';
import type { OrderLine, StoredOrder } from '../domain/order.ts';
import type { Refusal } from '../domain/refusal.ts';

const DAY_MS = 86_400_000;

/** The settings of a function that reviews approvals. */
export const APPROVAL_RULE_SETTINGS = ['PRICE_REVIEW_DAYS', 'LINKED_CUSTOMERS'] as const;

/** The customers, by their sign-in. */
export interface CustomerEmails {
  /** Returns the email address that a customer signs in with; undefined if the customer does not exist. */
  emailOf(customerId: string): Promise<string | undefined>;
}

/** Ports of reviewing an approval. */
export interface ReviewApprovalPorts {
  readonly orders: { find(orderId: string): Promise<StoredOrder | undefined> };
  readonly customers: CustomerEmails;
  readonly decisions: Decisions;
  readonly now: () => Date;
}

/** The rules of a stage for its approvers. */
export interface ApprovalRules {
  /** The number of days in which operators approve no order of an article whose price they changed. */
  readonly priceReviewDays: number;
  /** The customer ids that operators use besides the one of their email address, by this address. */
  readonly linkedCustomers: Readonly<Record<string, readonly string[]>>;
}

/** Returns why an operator may not approve an order, after recording it; undefined if the operator may. */
export async function reviewApproval(
  ports: ReviewApprovalPorts,
  rules: ApprovalRules,
  orderId: string,
  by: string,
): Promise<Refusal | undefined> {
  const order = await ports.orders.find(orderId);
  if (!order) return { kind: 'NOT_FOUND' };
  const reason = (await ownOrder(ports, rules, order, by)) ?? (await ownPrice(ports, rules, order.lines, by));
  if (!reason) return undefined;
  await ports.decisions.record({ kind: 'APPROVAL_REFUSED', orderId, by, at: ports.now().toISOString(), reason });
  return { kind: 'REFUSED', reason };
}

async function ownOrder(
  { customers }: ReviewApprovalPorts,
  { linkedCustomers }: ApprovalRules,
  { orderId, customerId }: StoredOrder,
  by: string,
): Promise<string | undefined> {
  const approver = personOf(by);
  const own = `Order ${orderId} is your own: another operator must approve it.`;
  const linked = Object.entries(linkedCustomers).filter(([email]) => mailboxOf(email) === approver);
  if (linked.some(([, customerIds]) => customerIds.includes(customerId))) return own;
  if (isPartner(customerId)) return undefined;
  const email = await customers.emailOf(customerId);
  if (email === undefined)
    return `The customer of order ${orderId} does not exist any more: the order can only be denied.`;
  return mailboxOf(email) === approver ? own : undefined;
}

async function ownPrice(
  { decisions, now }: ReviewApprovalPorts,
  { priceReviewDays }: ApprovalRules,
  lines: readonly OrderLine[],
  by: string,
): Promise<string | undefined> {
  const since = new Date(now().getTime() - priceReviewDays * DAY_MS).toISOString();
  const changes = (await Promise.all(lines.map(({ sku }) => decisions.onProduct(sku, since)))).flat();
  const own = changes.findLast((change) => changedPrice(change) && personOf(change.by) === personOf(by));
  return (
    own &&
    `You set the price of ${own.sku} at ${own.at}: another operator must approve orders of it for ${priceReviewDays} days.`
  );
}

/** The rules that a function's settings give. */
export function approvalRules(settings: Settings<(typeof APPROVAL_RULE_SETTINGS)[number]>): ApprovalRules {
  return {
    priceReviewDays: Number(settings.PRICE_REVIEW_DAYS),
    linkedCustomers: JSON.parse(settings.LINKED_CUSTOMERS),
  };
}
