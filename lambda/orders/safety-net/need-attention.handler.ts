import { Logger } from '@aws-lambda-powertools/logger';
import { handlerOf } from '../../platform/step.ts';
import { orderStore } from '../store/dynamo-order-store.ts';
import { ATTENTION_MESSAGE, needAttention } from './need-attention.ts';

const handOver = handlerOf(needAttention, (settings) => ({ store: orderStore(settings) }));
const logger = new Logger();

export const handler = async (input: Parameters<typeof handOver>[0]) => {
  await handOver(input);
  logger.error(ATTENTION_MESSAGE, { orderId: input.orderId, reason: input.error });
};
