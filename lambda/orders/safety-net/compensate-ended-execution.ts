import * as z from 'zod';
import type { OrderStatus } from '../domain/order.ts';
import { orderIdOf } from '../start/workflow-input.ts';
import { type CompensateOrderPorts, compensateOrder } from './compensate-order.ts';

/** The end of an execution, as EventBridge tells of it. */
export const endedExecution = z.object({
  detail: z.object({
    name: z.string(),
    status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
    error: z.string().nullish(),
  }),
});

/** Undoes the order of an execution that did not succeed, whichever way it ended. */
export function compensateEndedExecution(
  ports: CompensateOrderPorts,
  { detail }: z.infer<typeof endedExecution>,
): Promise<OrderStatus> {
  return compensateOrder(ports, orderIdOf(detail.name), detail.error || detail.status);
}
