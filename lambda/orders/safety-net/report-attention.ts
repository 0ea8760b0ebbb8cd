import { Logger } from '@aws-lambda-powertools/logger';
import { ATTENTION_MESSAGE } from './need-attention.ts';

const logger = new Logger();

/** Logs that an order needs attention, with the message that the alarm filters for. */
export function reportAttention(orderId: string, reason: string): void {
  logger.error(ATTENTION_MESSAGE, { orderId, reason });
}
