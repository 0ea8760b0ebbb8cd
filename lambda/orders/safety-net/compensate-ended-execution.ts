import * as z from 'zod';
import { PaymentContradiction } from '../../payments/provider/payment-provider.ts';
import { parsedJson } from '../../platform/parsed-json.ts';
import { step } from '../../platform/step.ts';
import { hasKnownStatus } from '../domain/order.ts';
import { isSettled } from '../domain/order-change.ts';
import { OrderNotFound, storedOrderOf } from '../store/order-store.ts';
import { attentionReason, isContradiction, reasonOf } from './attention-reason.ts';
import { COMPENSATION_SETTINGS, type CompensateOrderPorts, compensate } from './compensate-order.ts';
import { type AttentionPorts, handOver } from './need-attention.ts';

/** The end of an execution as EventBridge reports it. https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
const endedExecution = z.object({
  detail: z.object({
    name: z.string(),
    status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
    /** In JSON; an input that is too long for an event is not included. */
    input: z.string().nullish(),
    error: z.string().nullish(),
    cause: z.string().nullish(),
  }),
});

/** The part of an execution's input that names the order; the name of an execution is that of a person, if one started it. */
const namedOrder = z.object({ orderId: z.string() });

/** Ports of the function that compensates the orders of ended executions. */
export interface EndedExecutionPorts extends CompensateOrderPorts, AttentionPorts {}

/**
 * Undoes the order of an execution that failed, timed out or was aborted, if no other execution is in charge of it.
 *
 * Hands the order over if the payment provider contradicts it, now or in the execution. An execution of no order has
 * nothing to undo: the queue of failed executions has an alarm for each.
 */
export const compensateEndedExecution = step({
  entry: 'orders/compensate-ended-execution',
  settings: COMPENSATION_SETTINGS,
  run: (ports: EndedExecutionPorts) => async (event: unknown) => {
    const { name, status, input, error, cause } = endedExecution.parse(event).detail;
    const { data: named } = namedOrder.safeParse(parsedJson(input ?? ''));
    if (!named)
      return { status: 'NO_ORDER', reason: `the event of execution ${name} has no input that names an order` };
    const { orderId } = named;
    const ended = { error: error || status, cause };
    try {
      if (isContradiction(ended)) return { status: await handOverUnsettled(ports, orderId, attentionReason(ended)) };
      return { status: (await compensate(ports, orderId, ended.error, name)).status };
    } catch (caught) {
      if (caught instanceof OrderNotFound)
        return { status: 'NO_ORDER', reason: `execution ${name}: ${caught.message}` };
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
