import { Logger } from '@aws-lambda-powertools/logger';
import { ATTENTION_MESSAGE } from './attention-message.ts';
import { needAttention } from './need-attention.ts';
import { orderStoreFromEnvironment } from './order-store-from-environment.ts';

const store = orderStoreFromEnvironment();

const logger = new Logger();

export const handler = async ({ orderId, error }: { orderId: string; error: string }) => {
  await needAttention(store, orderId, error);
  logger.error(ATTENTION_MESSAGE, { orderId, reason: error });
};
