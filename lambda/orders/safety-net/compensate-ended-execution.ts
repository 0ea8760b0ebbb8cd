import * as z from 'zod';
import { PaymentContradiction } from '../../payments/provider/payment-provider.ts';
import { step } from '../../platform/step.ts';
import { hasKnownStatus } from '../domain/order.ts';
import { isSettled } from '../domain/order-change.ts';
import { orderIdOf } from '../start/workflow-input.ts';
import { storedOrderOf } from '../store/order-store.ts';
import { attentionReason, isContradiction, reasonOf } from './attention-reason.ts';
import { COMPENSATION_SETTINGS, type CompensateOrderPorts, compensate } from './compensate-order.ts';
import { type AttentionPorts, handOver } from './need-attention.ts';

/** The end of an execution as EventBridge reports it. */
const endedExecution = z.object({
  detail: z.object({
    name: z.string(),
    status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
    error: z.string().nullish(),
    cause: z.string().nullish(),
  }),
});

/** Ports of the function that compensates the orders of ended executions. */
export interface EndedExecutionPorts extends CompensateOrderPorts, AttentionPorts {}

/**
 * Undoes the order of an execution that failed, timed out or was aborted.
 *
 * Hands the order over if the payment provider contradicts it, now or in the execution.
 */
export const compensateEndedExecution = step({
  entry: 'orders/compensate-ended-execution',
  settings: COMPENSATION_SETTINGS,
  run: (ports: EndedExecutionPorts) => async (event: unknown) => {
    const { name, status, error, cause } = endedExecution.parse(event).detail;
    const orderId = orderIdOf(name);
    const ended = { error: error || status, cause };
    if (isContradiction(ended)) return { status: await handOverUnsettled(ports, orderId, attentionReason(ended)) };
    try {
      return { status: (await compensate(ports, orderId, ended.error)).status };
    } catch (caught) {
      if (!(caught instanceof PaymentContradiction)) throw caught;
      return { status: await handOverUnsettled(ports, orderId, reasonOf(caught)) };
    }
  },
});

async function handOverUnsettled(ports: AttentionPorts, orderId: string, reason: string): Promise<string> {
  const order = await storedOrderOf(ports.store, orderId);
  if (hasKnownStatus(order) && isSettled(order.status)) return order.status;
  await handOver(ports, orderId, reason);
  return 'NEEDS_ATTENTION';
}
