import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import { handlerOf } from '../../platform/step.ts';
import { approvals } from '../approvals/dynamo-approvals.ts';
import { SfnTaskTokens } from '../approvals/sfn-task-tokens.ts';
import { SnsOperators } from '../approvals/sns-operators.ts';
import { orderStore } from '../store/dynamo-order-store.ts';
import { requestApproval } from './request-approval.ts';

export const handler = handlerOf(requestApproval, (settings) => ({
  store: orderStore(settings),
  approvals: approvals(settings),
  tokens: new SfnTaskTokens(new SFNClient()),
  operators: new SnsOperators(new SNSClient(), settings.OPERATORS_TOPIC_ARN),
  now: () => new Date(),
}));
