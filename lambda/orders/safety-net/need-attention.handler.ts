import { Logger } from '@aws-lambda-powertools/logger';
import { orderStoreFromEnvironment } from '../store/order-store-from-environment.ts';
import { ATTENTION_MESSAGE } from './attention-message.ts';
import { needAttention } from './need-attention.ts';

const store = orderStoreFromEnvironment();

const logger = new Logger();

export const handler = async ({ orderId, error }: { orderId: string; error: string }) => {
  await needAttention(store, orderId, error);
  logger.error(ATTENTION_MESSAGE, { orderId, reason: error });
};
