import { executionName, workflowKindOf } from '../../lambda/orders/start/workflow-input.ts';
import type { Workflows } from '../../lambda/orders/start/workflows.ts';
import { type OrderStore, storedOrderOf } from '../../lambda/orders/store/order-store.ts';

/** The ports of `redriveOrder`. */
export interface RedriveOrderPorts {
  readonly store: OrderStore;
  readonly workflows: Workflows;
}

/** Starts the workflow that an order needs, if it was not started; returns the result as a sentence. */
export async function redriveOrder({ store, workflows }: RedriveOrderPorts, orderId: string): Promise<string> {
  const { status } = await storedOrderOf(store, orderId);
  const kind = workflowKindOf(status);
  if (!kind) return `Order ${orderId} is ${status}: there is no workflow to start.`;

  const name = executionName({ orderId, kind });
  switch (await workflows.progress(name)) {
    case 'MISSING':
      await workflows.start({ orderId, kind });
      return `Order ${orderId} is ${status}: execution ${name} is started.`;
    case 'RUNNING':
      return `Order ${orderId} is ${status}: execution ${name} is running.`;
    case 'ENDED':
      return `Order ${orderId} is ${status}: execution ${name} has ended, and the sweeper compensates the order.`;
  }
}
