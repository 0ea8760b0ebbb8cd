import { PaymentContradiction } from '../../payments/provider/payment-provider.ts';
import { step } from '../../platform/step.ts';
import { hasKnownStatus } from '../domain/order.ts';
import { WORKFLOW_KINDS } from '../start/workflow-input.ts';
import type { Workflows } from '../start/workflows.ts';
import { storedOrderOf } from '../store/order-store.ts';
import { reasonOf } from './attention-reason.ts';
import { COMPENSATION_SETTINGS, type CompensateOrderPorts, compensate } from './compensate-order.ts';
import { type AttentionPorts, handOver } from './need-attention.ts';

/** The time for which the compensation of an overdue order is retried; then the order is handed over to a person. */
const PATIENCE_MS = 60 * 60 * 1_000;

/** Ports of the sweeper. */
export interface SweepPorts extends CompensateOrderPorts, AttentionPorts {
  readonly workflows: Workflows;
  readonly now: () => Date;
}

/** Result of sweeping one overdue order; after a failure, given by its name, the next sweep tries again. */
export type Swept = 'LEFT_ALONE' | 'STARTED' | 'COMPENSATED' | 'HANDED_OVER' | `FAILED: ${string}`;

/** Finds the orders that are overdue and brings each to an end; a failure of one does not stop the others. */
export const sweepOverdueOrders = step({
  entry: 'orders/sweep-overdue-orders',
  settings: [...COMPENSATION_SETTINGS, 'ORDER_WORKFLOW_ARN'],
  run: (ports: SweepPorts) => async (_event: unknown) => {
    const now = ports.now();
    const overdueForLong = await ports.store.overdue(new Date(now.getTime() - PATIENCE_MS));
    const swept: Record<string, Swept> = {};
    for (const orderId of await ports.store.overdue(now)) {
      swept[orderId] = await sweep(ports, orderId, overdueForLong.includes(orderId)).catch(
        (error: Error): Swept => `FAILED: ${error.name}`,
      );
    }
    return swept;
  },
});

async function sweep(ports: SweepPorts, orderId: string, forLong: boolean): Promise<Swept> {
  const order = await storedOrderOf(ports.store, orderId);
  // This release does not know the next step of an order in a status of a newer release.
  if (!hasKnownStatus(order)) {
    await handOver(ports, orderId, `UnknownOrderStatus: ${order.status}`);
    return 'HANDED_OVER';
  }
  const { status } = order;
  const input = { orderId, kind: WORKFLOW_KINDS[status] ?? 'purchase' };
  // The execution of a claimed order may wait on, for an approval or a date of shipment.
  const mayWait = status === 'FAILING_PLACED' || status === 'FAILING_CHARGED';
  const progress = mayWait ? 'ENDED' : await ports.workflows.progress(input);
  if (progress === 'RUNNING') return 'LEFT_ALONE';
  if (progress === 'MISSING' && WORKFLOW_KINDS[status]) {
    await ports.workflows.start(input);
    return 'STARTED';
  }
  try {
    await compensate(ports, orderId, 'Overdue');
    return 'COMPENSATED';
  } catch (error) {
    if (!forLong && !(error instanceof PaymentContradiction)) throw error;
    await handOver(ports, orderId, reasonOf(error as Error));
    return 'HANDED_OVER';
  }
}
