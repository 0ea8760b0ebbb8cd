import type { Approval } from '../../lambda/orders/approvals/approvals.ts';
import type { Order } from '../../lambda/orders/domain/order.ts';
import { isSettled } from '../../lambda/orders/domain/order-change.ts';
import { FAILURES_TO_OPEN, OPEN_MS } from '../../lambda/payments/circuit/circuit.ts';
import { type Fault, type FaultKind, isMasked, isOfEvents, isPersistent, isWrongAnswer } from './faults.ts';
import { type Journey, PRODUCTS, STOCK } from './journeys.ts';
import type { Conditions } from './outages.ts';
import type { World } from './world.ts';

const SHIPPED: readonly string[] = ['SHIPPED', 'REFUND_REQUESTED', 'REFUNDED'];

/** The parts of a scenario that the invariants depend on. */
export interface Run {
  readonly journey: Journey;
  readonly faults: readonly Fault[];
  readonly conditions?: Conditions;
}

/** Returns the violated invariants of a run, as sentences. */
export async function violationsOf(
  world: World,
  orders: readonly Order[],
  { journey, faults: injected, conditions }: Run,
): Promise<string[]> {
  // Nothing that happens to events changes an order.
  const faults = injected.filter(({ at }) => !isOfEvents(world.injector.calls[at] ?? { port: '' }));
  return [
    ...world.violations,
    ...(await Promise.all(orders.map((order) => moneyOf(world, order)))).flat(),
    ...orders.flatMap((order) => endOf(world, order)),
    ...orders.flatMap((order) => reportOf(world, order)),
    ...orders.flatMap((order) => contradictionsOf(world, order, faults)),
    ...stockOf(world, orders, journey.stock),
    ...orders.flatMap((order) => approvalOf(world, order)),
    ...(faults.every(isMasked) ? pendingOf(world, orders) : []),
    ...executionsOf(world, faults),
    ...(conditions ? waitsOf(world, conditions, orders.length) : safetyNetOf(world, faults)),
    ...outcomesOf(orders, journey, faults, conditions),
    ...shipmentsOf(world, orders, faults),
  ];
}

/** At most one net charge; nothing is charged for an order that ends without goods. */
async function moneyOf({ payments }: World, { orderId, status, total }: Order): Promise<string[]> {
  const keys = [...payments.chargeKeys].filter((key) => key.startsWith(orderId));
  const found = await Promise.all(keys.map((key) => payments.find(key)));
  const balance = found.reduce((sum, payment) => sum + (payment?.status === 'CHARGED' ? payment.amount : 0), 0);
  const ledger = await payments.ledger(orderId);
  const violations: string[] = [];
  if (balance !== ledger.balance)
    violations.push(`${orderId} has a balance of ${balance}, its ledger ${ledger.balance}`);
  if (balance !== 0 && balance !== total) violations.push(`${orderId} of ${total} has a balance of ${balance}`);
  if (status === 'SHIPPED' && balance !== total) violations.push(`${orderId} is SHIPPED with a balance of ${balance}`);
  if (['REJECTED', 'CANCELLED', 'FAILED', 'REFUNDED'].includes(status) && balance !== 0) {
    violations.push(`${orderId} is ${status} with a balance of ${balance}`);
  }
  return violations;
}

/** Every order ends, and is shipped if and only if its parcels have left. */
function endOf({ records }: World, order: Order): string[] {
  const { orderId, status, stockReserved, shipNotBefore, changedAt } = order;
  if (!isSettled(status)) return [`${orderId} is stuck: ${status}`];
  if (status === 'NEEDS_ATTENTION') return [];
  const violations: string[] = [];
  if (shipNotBefore && status === 'SHIPPED' && Date.parse(changedAt) < Date.parse(shipNotBefore)) {
    violations.push(`${orderId} was shipped at ${changedAt}, not before ${shipNotBefore}`);
  }
  if (stockReserved) violations.push(`${orderId} is ${status} and holds stock`);
  if (records.dispatched(orderId) !== SHIPPED.includes(status)) {
    violations.push(`${orderId} is ${status}, and its parcels have ${records.dispatched(orderId) ? '' : 'not '}left`);
  }
  return violations;
}

/** An order that needs attention was reported, for a short reason without the means of payment. */
function reportOf({ reported }: World, { orderId, status, reason = '', paymentToken }: Order): string[] {
  if (status !== 'NEEDS_ATTENTION') return [];
  return [
    ...(reported.has(orderId) ? [] : [`${orderId} needs attention, and it was not reported`]),
    ...(reason.length > 300 || reason.includes(paymentToken) ? [`the reason of ${orderId} is "${reason}"`] : []),
  ];
}

/** The faults after which a wrong answer in the compensation is read. */
const BEFORE_A_CONTRADICTION: readonly FaultKind[] = ['error before', 'abort before', 'lost event', 'States.Runtime'];

/**
 * An order that the payment provider contradicts is handed over with the answer, even if handing over fails at first.
 *
 * Otherwise it ended by other answers, for which the invariants of money hold: its customer cancelled it before it was
 * charged, or further faults prevented that the answer was read.
 */
function contradictionsOf(world: World, { orderId, status, reason }: Order, faults: readonly Fault[]): string[] {
  const contradicted = world.payments.contradicted.find(({ key }) => key.startsWith(orderId));
  if (!contradicted || (status === 'NEEDS_ATTENTION' && reason?.startsWith('PaymentContradiction: asked to ')))
    return [];
  if (status === 'CANCELLED' && contradicted.question === 'charge' && faults.length === 1) return [];
  return isRead(world, faults) ? [`the provider contradicted ${orderId}, which is ${status} ${reason}`] : [];
}

/** Returns true if the only wrong answer was read: the function that asked was waited for. */
function isRead({ injector: { steps } }: World, faults: readonly Fault[]): boolean {
  const askerOf = (fault: Fault) => steps.find(({ call }) => call === fault.at)?.who ?? '';
  const wrong = faults.findIndex(({ kind }) => isWrongAnswer(kind));
  const [before, answer, after] = [faults.slice(0, wrong), faults[wrong], faults.slice(wrong + 1)];
  return (
    answer !== undefined &&
    (before.length === 0 || /compensate|sweep/.test(askerOf(answer))) &&
    before.every(({ kind }) => BEFORE_A_CONTRADICTION.includes(kind)) &&
    after.every((fault) => fault.kind === 'error before' && askerOf(fault) === 'orders/need-attention')
  );
}

/** The sum of available, reserved and shipped stock is constant, and agrees with the orders. */
function stockOf({ records }: World, orders: readonly Order[], stock = STOCK): string[] {
  const violations: string[] = [];
  for (const { sku } of PRODUCTS) {
    const count = records.stockOf(sku);
    if (!count) continue;
    const of = (filter: (order: Order) => boolean) =>
      orders
        .filter(filter)
        .flatMap(({ lines }) => lines.filter((line) => line.sku === sku))
        .reduce((sum, { quantity }) => sum + quantity, 0);
    const reserved = of((order) => order.stockReserved);
    const shipped = of((order) => order.status === 'SHIPPED' || order.status === 'REFUND_REQUESTED');
    const handedOver = orders.some((order) => order.status === 'NEEDS_ATTENTION');
    if (count.available + count.reserved + count.shipped !== stock || Math.min(...Object.values(count)) < 0) {
      violations.push(`the stock of ${sku} does not add up to ${stock}: ${JSON.stringify(count)}`);
    } else if (!handedOver && (count.reserved !== reserved || count.shipped !== shipped)) {
      violations.push(`of ${sku}, orders hold ${reserved} and got ${shipped}: ${JSON.stringify(count)}`);
    }
  }
  return violations;
}

/** An order ends as the operators decided. */
function approvalOf({ records }: World, { orderId, status, reason }: Order): string[] {
  const end = records.approval(orderId)?.end;
  const wrong =
    end === 'APPROVED' ? ['APPROVAL_DENIED', 'APPROVAL_EXPIRED'].includes(reason ?? '') : status === 'SHIPPED';
  return end && wrong ? [`the approval of ${orderId} ended ${end}, and the order is ${status} ${reason ?? ''}`] : [];
}

/** No settled order waits for an approval. */
function pendingOf({ records }: World, orders: readonly Order[]): string[] {
  const pending = records.itemsOf<Approval>('Approvals').flatMap(({ orderId, end }) => (end ? [] : [orderId]));
  return orders
    .filter(({ orderId, status }) => pending.includes(orderId) && isSettled(status))
    .map(({ orderId, status }) => `${orderId} is ${status} and still waits for an approval`);
}

/** The duration in seconds above which an outage may change the outcome of an order. */
const LONG_OUTAGE = 900;
/** The longest delay of a retry, in seconds. */
const MAX_DELAY = 600;

/**
 * Orders continue soon after an outage, and a payment provider that is down is spared.
 *
 * An order may be tried again just before the end of the outage, and then meet the circuit once more. If clocks differ,
 * the circuit is imprecise, and the answer to an approval can reach an earlier request: it counts when the wait ends.
 */
function waitsOf(world: World, { outages, skewMinutes = 0 }: Conditions, orders: number): string[] {
  const { longest, approvalSeconds, injector } = world;
  const end = Math.max(...outages.map(({ from, seconds }) => from + seconds));
  const allowed = end + 2 * MAX_DELAY + (skewMinutes > 0 ? approvalSeconds : 0);
  const charges = injector.calls.filter(({ port }) => port === 'payments.charge').length;
  // Each order may be at its charge when the outage begins.
  const mostCharges = 2 * orders + FAILURES_TO_OPEN + (end * 1_000) / OPEN_MS;
  return [
    ...(longest <= allowed * 1_000 ? [] : [`an order took ${longest / 1_000} s, expected ${allowed} s at most`]),
    ...(charges <= mostCharges || skewMinutes > 0
      ? []
      : [`${charges} charges were requested, expected ${mostCharges} at most`]),
  ];
}

/** An error that a Catch handles is compensated before the execution ends; a single fault needs no sweeper. */
function safetyNetOf(
  { leftToSafetyNet, waitedInVain, swept, injector: { calls } }: World,
  faults: readonly Fault[],
): string[] {
  // First the compensation can fail, then the handing over.
  const weight = faults.reduce((sum, fault) => sum + weightOf(fault, calls[fault.at]?.port ?? ''), 0);
  // An event that is lost, or delivered late, is left to the sweeper.
  const left: readonly FaultKind[] = ['lost event', 'outage'];
  const single = faults.length <= 1 && faults.every((fault) => !isPersistent(fault) && !left.includes(fault.kind));
  return [
    ...(weight <= 2 ? leftToSafetyNet : []),
    ...(faults.every(isMasked) ? waitedInVain : []),
    ...(single && swept > 0 ? [`the sweeper had to bring ${swept} orders to an end`] : []),
  ];
}

function weightOf(fault: Fault, port: string): number {
  if (isMasked(fault)) return 0;
  // The order is handed over at once.
  if (isWrongAnswer(fault.kind)) return 2;
  if (!isPersistent(fault)) return 1;
  return /^(payments|DynamoDB Shipments)\./.test(port) ? 2 : Number.POSITIVE_INFINITY;
}

/** A parcel that cannot be created is an expected outcome, for any reason. */
function shipmentsOf({ injector: { calls } }: World, orders: readonly Order[], faults: readonly Fault[]): string[] {
  const [fault] = faults;
  const failed =
    faults.length === 1 && fault?.kind.startsWith('error') && calls[fault.at]?.port === 'DynamoDB Shipments.UpdateItem';
  return orders
    .filter(({ status }) => failed && status === 'FAILED')
    .map(({ orderId }) => `${orderId} is FAILED, though only a parcel could not be created`);
}

/** Every execution ends, and no transient fault makes one fail, which would fire an alarm. */
function executionsOf({ executions }: World, faults: readonly Fault[]): string[] {
  const masked = faults.every(isMasked);
  return [...executions.values()]
    .filter(({ end }) => !end || (masked && end !== 'SUCCEEDED'))
    .map(({ name, end }) => (end ? `execution ${name} ended ${end}` : `execution ${name} never ended`));
}

/** An order ends as its journey says; a transient fault changes nothing, and few faults need an operator. */
function outcomesOf(
  orders: readonly Order[],
  journey: Journey,
  faults: readonly Fault[],
  conditions: Conditions = { outages: [] },
): string[] {
  // In an outage of hours, an approval can expire, and customers who have not placed their orders give up.
  const long = conditions.outages.some(({ seconds }) => seconds > LONG_OUTAGE);
  const masked = faults.every(isMasked);
  const unexpected = faults.filter((fault) => !isMasked(fault));
  const allowed = [
    ...journey.outcomes,
    ...(long ? ['REJECTED APPROVAL_EXPIRED'] : []),
    ...(masked ? [] : ['FAILED', 'REJECTED SHIPMENT_FAILED']),
    ...(unexpected.length > 1 || unexpected.some(isPersistent) || unexpected.some(({ kind }) => isWrongAnswer(kind))
      ? ['NEEDS_ATTENTION']
      : []),
    ...(unexpected.some(isPersistent) ? ['SHIPPED', 'CANCELLED', 'REJECTED APPROVAL_EXPIRED'] : []),
  ];
  const outcomes = orders.map(({ status, reason }) => (status === 'REJECTED' ? `${status} ${reason}` : status));
  const violations = outcomes.flatMap((outcome, index) =>
    allowed.includes(outcome)
      ? []
      : [`${orders[index]?.orderId} ended as ${outcome}, expected ${allowed.join(' or ')}`],
  );
  const shipped = outcomes.filter((outcome) => outcome === 'SHIPPED').length;
  if (masked && !long && journey.shipped !== undefined && shipped !== journey.shipped) {
    violations.push(`${shipped} orders were shipped, expected ${journey.shipped}`);
  }
  if (orders.length > (journey.customers ?? 1)) violations.push(`${orders.length} orders were accepted`);
  if (masked && !long && orders.length < (journey.customers ?? 1))
    violations.push(`${orders.length} orders were accepted`);
  return violations;
}
