import { decideApproval } from '../../lambda/orders/approvals/decide-approval.ts';
import { type PlaceOrderResult, placeOrder } from '../../lambda/orders/intake/place-order.ts';
import { requestCancellation } from '../../lambda/orders/requests/request-cancellation.ts';
import { requestRefund } from '../../lambda/orders/requests/request-refund.ts';
import type { Journey } from './journeys.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;

/** Places the orders of the customers, each with the same key. */
export function order(world: World, journey: Journey): void {
  for (let customer = 1; customer <= (journey.customers ?? 1); customer++) {
    const further = journey.further ?? [];
    const different = further[(customer - 2) % (further.length + 1)];
    void orderAs(`customer-${customer}`, world, { ...journey, ...different });
  }
}

async function orderAs(customerId: string, world: World, journey: Journey): Promise<void> {
  const { lines, paymentToken = 'tok_visa', shipNotBefore } = journey;
  const request = { lines, paymentToken, ...(shipNotBefore && { shipNotBefore }) };
  const send = () =>
    world.request('api/place-order', (ports) =>
      placeOrder({ ...ports, currencies: ['EUR'] }, { customerId, idempotencyKey: 'key', request }),
    );
  const answers = await Promise.all(journey.sentTwice ? [send(), send()] : [send()]);
  const orderIds = new Set(answers.flatMap(orderIdIn));
  if (orderIds.size > 1) world.violations.push(`one key became orders ${[...orderIds].join(' and ')}`);
}

function orderIdIn(answer: PlaceOrderResult | undefined): string[] {
  return answer?.kind === 'ACCEPTED' ? [answer.orderId] : [];
}

/** Decides approvals some time after they were requested. */
export function operate(world: World, { decisions = [], decidedAfterMinutes = 10 }: Journey): void {
  const minutes = decidedAfterMinutes < 0 ? world.approvalSeconds / 60 + decidedAfterMinutes : decidedAfterMinutes;
  world.onApprovalRequested = (orderId) => {
    for (const decision of decisions) {
      world.time.after(minutes * MINUTE, () => {
        void world.request('api/decide-approval', (ports) => decideApproval(ports, orderId, decision, 'operator'));
      });
    }
  };
}

/** Requests refunds as soon as the order is shipped. */
export function refund(world: World, { refunds = 0 }: Journey): void {
  world.onChange = ({ orderId, customerId, status }) => {
    if (status !== 'SHIPPED') return;
    for (let time = 0; time < refunds; time++) {
      world.time.after(time * MINUTE, () => {
        void world.request('api/request-refund', ({ store }) => requestRefund(store, customerId, orderId));
      });
    }
  };
}

/** Interrupts a journey with a request of the first customer. */
export function interrupt(world: World, { interruption }: Journey): void {
  const [orderId] = world.accepted;
  if (!orderId) return;
  const customerId = 'customer-1';
  void (interruption === 'cancels'
    ? world.request('api/request-cancellation', (ports) => requestCancellation(ports, customerId, orderId))
    : world.request('api/request-refund', ({ store }) => requestRefund(store, customerId, orderId)));
}
