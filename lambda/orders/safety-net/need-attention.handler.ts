import { handlerOf } from '../../platform/step.ts';
import { approvals } from '../approvals/dynamo-approvals.ts';
import { orderStore } from '../store/dynamo-order-store.ts';
import { needAttention } from './need-attention.ts';
import { reportAttention } from './report-attention.ts';

export const handler = handlerOf(needAttention, (settings) => ({
  store: orderStore(settings),
  approvals: approvals(settings),
  report: reportAttention,
}));
