import * as z from 'zod';
import { step } from '../../platform/step.ts';
import { orderIdOf } from '../start/workflow-input.ts';
import { COMPENSATION_SETTINGS, type CompensateOrderPorts, compensate } from './compensate-order.ts';

/** The end of an execution as EventBridge reports it. */
const endedExecution = z.object({
  detail: z.object({
    name: z.string(),
    status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
    error: z.string().nullish(),
  }),
});

/** Undoes the order of an execution that failed, timed out or was aborted. */
export const compensateEndedExecution = step({
  entry: 'orders/compensate-ended-execution',
  settings: COMPENSATION_SETTINGS,
  run: (ports: CompensateOrderPorts) => async (event: unknown) => {
    const { name, status, error } = endedExecution.parse(event).detail;
    return { status: await compensate(ports, orderIdOf(name), error || status) };
  },
});
