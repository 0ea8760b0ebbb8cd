import { PaymentContradiction } from '../../payments/provider/payment-provider.ts';
import { step } from '../../platform/step.ts';
import { hasKnownStatus } from '../domain/order.ts';
import { COMPENSATION_CLAIMS, isSettled } from '../domain/order-change.ts';
import { executionInCharge, WORKFLOW_KINDS } from '../start/workflow-input.ts';
import type { Workflows } from '../start/workflows.ts';
import {
  OrderConflict,
  storedOrderOf,
  type WaitingOrder,
  WriteContention,
  WritesThrottled,
} from '../store/order-store.ts';
import { reasonOf } from './attention-reason.ts';
import { COMPENSATION_SETTINGS, type CompensateOrderPorts, compensate } from './compensate-order.ts';
import { type AttentionPorts, handOver } from './need-attention.ts';

const MINUTE = 60 * 1_000;
/** The interval of the sweeper in minutes. */
export const SWEEP_INTERVAL_MINUTES = 5;
/** The time for which an overdue order is tried again, longer than an outage of 6 hours; then it is handed over to a person. */
const PATIENCE = 8 * 60 * MINUTE;
/** The maximum number of orders that are swept at the same time. */
const CONCURRENCY = 10;
/** The time for the orders that are being swept when the sweep stops. */
const RESERVE = MINUTE;

/** The limits of an invocation, as the context of Lambda has them. */
export interface InvocationLimits {
  getRemainingTimeInMillis(): number;
}

/** Ports of the sweeper. */
export interface SweepPorts extends CompensateOrderPorts, AttentionPorts {
  readonly workflows: Workflows;
  readonly now: () => Date;
  /** Logs the result of an order. */
  readonly record: (orderId: string, swept: Swept, error?: Error) => void;
}

/** Result of sweeping one overdue order. The next sweep tries a failure again, and an alarm reports one that it repeats. */
export type Swept = 'LEFT_ALONE' | 'STARTED' | 'COMPENSATED' | 'HANDED_OVER' | 'FAILED' | 'FAILED_AGAIN';

/** Result of a sweep. */
export interface Sweep {
  /** The number of orders that were overdue; those without a result are left to the next sweep. */
  readonly overdue: number;
  readonly results: Readonly<Partial<Record<Swept, number>>>;
  /** The number of orders that need attention. */
  readonly needingAttention: number;
}

/** Finds the orders that are overdue and brings each to an end; a failure of one does not stop the others. */
export const sweepOverdueOrders = step({
  entry: 'orders/sweep-overdue-orders',
  settings: [...COMPENSATION_SETTINGS, 'ORDER_WORKFLOW_ARN'],
  run:
    (ports: SweepPorts) =>
    async (limits: InvocationLimits): Promise<Sweep> => {
      const now = ports.now();
      const overdue = await ports.store.overdue(now, Math.floor(now.getTime() / (SWEEP_INTERVAL_MINUTES * MINUTE)));
      const results: Partial<Record<Swept, number>> = {};
      const waiting = overdue.values();
      const sweepNext = async () => {
        while (limits.getRemainingTimeInMillis() > RESERVE) {
          const { value: order, done } = waiting.next();
          if (done) return;
          const swept = await sweepSafely(ports, order, now.getTime() - Date.parse(order.since));
          results[swept] = (results[swept] ?? 0) + 1;
        }
      };
      await Promise.all(Array.from({ length: CONCURRENCY }, sweepNext));
      const needingAttention = await ports.store.needingAttention();
      return { overdue: overdue.length, results, needingAttention: needingAttention.length };
    },
});

/** Sweeps an order and records the result before the next order. */
async function sweepSafely(ports: SweepPorts, { orderId }: WaitingOrder, overdueFor: number): Promise<Swept> {
  try {
    const swept = await sweep(ports, orderId, overdueFor);
    ports.record(orderId, swept);
    return swept;
  } catch (error) {
    // It was overdue at the previous sweep already.
    const swept = overdueFor > SWEEP_INTERVAL_MINUTES * MINUTE ? 'FAILED_AGAIN' : 'FAILED';
    ports.record(orderId, swept, error as Error);
    return swept;
  }
}

async function sweep(ports: SweepPorts, orderId: string, overdueFor: number): Promise<Swept> {
  const order = await storedOrderOf(ports.store, orderId);
  // This release does not know the next step of an order in a status of a newer release.
  if (!hasKnownStatus(order)) {
    await handOver(ports, orderId, `UnknownOrderStatus: ${order.status}`);
    return 'HANDED_OVER';
  }
  const { status } = order;
  // The index is eventually consistent.
  if (isSettled(status)) return 'LEFT_ALONE';
  const kind = WORKFLOW_KINDS[status];
  // The execution of a claimed order may wait on, for an approval or a date of shipment.
  const mayWait = status === 'FAILING_PLACED' || status === 'FAILING_CHARGED';
  const execution = executionInCharge(order);
  const progress = mayWait ? 'ENDED' : await ports.workflows.progress(execution);
  if (progress === 'RUNNING') return 'LEFT_ALONE';
  if (progress === 'MISSING' && kind) {
    await ports.workflows.start({ orderId, kind });
    return 'STARTED';
  }
  // The claim of an order that was under way is a change: the time begins again.
  const forLong = overdueFor > PATIENCE && !COMPENSATION_CLAIMS[status];
  try {
    const { leftAlone } = await compensate(ports, orderId, 'Overdue', execution);
    return leftAlone ? 'LEFT_ALONE' : 'COMPENSATED';
  } catch (error) {
    // Another actor is at work on the order.
    if (error instanceof OrderConflict) return 'LEFT_ALONE';
    // A later sweep succeeds without a person.
    if (error instanceof WriteContention || error instanceof WritesThrottled) throw error;
    if (!forLong && !(error instanceof PaymentContradiction)) throw error;
    await handOver(ports, orderId, reasonOf(error as Error));
    return 'HANDED_OVER';
  }
}
