import { handlerOf } from '../../platform/step.ts';
import { approvals } from '../approvals/dynamo-approvals.ts';
import { expireApproval } from './expire-approval.ts';

export const handler = handlerOf(expireApproval, (settings) => ({ approvals: approvals(settings) }));
