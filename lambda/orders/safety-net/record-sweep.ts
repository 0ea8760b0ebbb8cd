import { Logger } from '@aws-lambda-powertools/logger';
import type { Sweep, Swept } from './sweep-overdue-orders.ts';

const logger = new Logger();

/** Logs the result of sweeping an order; an alarm filters for failures that are repeated. */
export function recordSwept(orderId: string, swept: Swept, error?: Error): void {
  if (error) logger.warn('An overdue order failed', { orderId, swept, error });
  // An outage can leave thousands of executions running.
  else if (swept !== 'LEFT_ALONE') logger.info('An overdue order was swept', { orderId, swept });
}

/** Logs the result of a sweep; a metric reads the number of orders that need attention. */
export function recordSweep(result: Sweep): void {
  logger.info('Overdue orders swept', { ...result });
}
