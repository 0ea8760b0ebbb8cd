import { hasKnownStatus } from '../domain/order.ts';
import { WORKFLOW_KINDS } from '../start/workflow-input.ts';
import type { Workflows } from '../start/workflows.ts';
import { storedOrderOf } from '../store/order-store.ts';
import { type CompensateOrderPorts, compensateOrder } from './compensate-order.ts';
import { needAttention } from './need-attention.ts';

/** For how long undoing an overdue order is tried before it is handed over to a person. */
const PATIENCE_MS = 60 * 60 * 1_000;

/** What sweeping needs of the world. */
export interface SweepPorts extends CompensateOrderPorts {
  readonly workflows: Workflows;
  readonly now: () => Date;
}

/** What was done for an order that was overdue; after a failure, with its name, the next sweep tries again. */
export type Swept = 'LEFT_ALONE' | 'STARTED' | 'COMPENSATED' | 'HANDED_OVER' | `FAILED: ${string}`;

/** Finds the orders that are overdue, for whatever reason, and brings each to an end; none is held up by another. */
export async function sweepOverdueOrders(ports: SweepPorts): Promise<Map<string, Swept>> {
  const now = ports.now();
  const overdueForLong = await ports.store.overdue(new Date(now.getTime() - PATIENCE_MS));
  const swept = new Map<string, Swept>();
  for (const orderId of await ports.store.overdue(now)) {
    try {
      swept.set(orderId, await sweep(ports, orderId, overdueForLong.includes(orderId)));
    } catch (error) {
      swept.set(orderId, `FAILED: ${(error as Error).name}`);
    }
  }
  return swept;
}

async function sweep(ports: SweepPorts, orderId: string, forLong: boolean): Promise<Swept> {
  const order = await storedOrderOf(ports.store, orderId);
  // What a newer release means to do with it is not known here.
  if (!hasKnownStatus(order)) return 'HANDED_OVER';
  const { status } = order;
  const input = { orderId, kind: WORKFLOW_KINDS[status] ?? 'purchase' };
  const progress = await ports.workflows.progress(input);
  if (progress === 'RUNNING') return 'LEFT_ALONE';
  if (progress === 'MISSING' && WORKFLOW_KINDS[status]) {
    await ports.workflows.start(input);
    return 'STARTED';
  }
  try {
    await compensateOrder(ports, orderId, 'Overdue');
    return 'COMPENSATED';
  } catch (error) {
    if (!forLong) throw error;
    await needAttention(ports.store, orderId, (error as Error).name);
    return 'HANDED_OVER';
  }
}
