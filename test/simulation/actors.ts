import { anEvent, signedIn } from '../api/an-event.ts';
import type { Journey } from './journeys.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
const CUSTOMER = 'customer-1';

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
  const body = JSON.stringify({ lines, paymentToken, ...(shipNotBefore && { shipNotBefore }) });
  const send = () => world.request('api/place-order', anEvent({ body, requestContext: signedIn(customerId) }));
  const answers = await Promise.all(journey.sentTwice ? [send(), send()] : [send()]);
  const orderIds = new Set(answers.flatMap((answer) => JSON.parse(answer?.body ?? '{}').orderId ?? []));
  if (orderIds.size > 1) world.violations.push(`one key became orders ${[...orderIds].join(' and ')}`);
}

/** Decides approvals some time after they were requested. */
export function operate(world: World, { decisions = [], decidedAfterMinutes = 10 }: Journey): void {
  const minutes = decidedAfterMinutes < 0 ? world.approvalSeconds / 60 + decidedAfterMinutes : decidedAfterMinutes;
  world.onApprovalRequested = (orderId) => {
    for (const decision of decisions) {
      const event = anEvent({ body: JSON.stringify({ decision }), pathParameters: { orderId } });
      world.time.after(minutes * MINUTE, () => void world.request('api/decide-approval', event));
    }
  };
}

/** Requests refunds as soon as the order is shipped. */
export function refund(world: World, { refunds = 0 }: Journey): void {
  world.onChange = ({ orderId, customerId, status }) => {
    if (status !== 'SHIPPED') return;
    for (let time = 0; time < refunds; time++) {
      world.time.after(time * MINUTE, () => void requestAs(world, 'request-refund', customerId, orderId));
    }
  };
}

/** Interrupts a journey with a request of the first customer. */
export function interrupt(world: World, { interruption }: Journey): void {
  const [orderId] = world.accepted;
  if (!orderId) return;
  const name = interruption === 'cancels' ? 'request-cancellation' : 'request-refund';
  void requestAs(world, name, CUSTOMER, orderId);
}

function requestAs(world: World, name: string, customerId: string, orderId: string) {
  const event = anEvent({ pathParameters: { orderId }, requestContext: signedIn(customerId) });
  return world.request(`api/${name}`, event);
}
