import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import { setting } from '../../platform/settings.ts';
import { approvalsFromEnvironment } from '../approvals/dynamo-approvals.ts';
import { SfnTaskTokens } from '../approvals/sfn-task-tokens.ts';
import { SnsOperators } from '../approvals/sns-operators.ts';
import { orderStoreFromEnvironment } from '../store/order-store-from-environment.ts';
import { requestApproval } from './request-approval.ts';

const ports = {
  store: orderStoreFromEnvironment(),
  approvals: approvalsFromEnvironment(),
  tokens: new SfnTaskTokens(new SFNClient()),
  operators: new SnsOperators(new SNSClient(), setting('OPERATORS_TOPIC_ARN')),
  now: () => new Date(),
};
const timeoutSeconds = Number(setting('APPROVAL_SECONDS'));

export const handler = ({ orderId, token }: { orderId: string; token: string }) =>
  requestApproval(ports, orderId, token, timeoutSeconds);
