import { approvalsFromEnvironment } from '../../orders/approvals/dynamo-approvals.ts';
import { route } from '../http/route.ts';
import { listApprovals } from './list-approvals-route.ts';

export const handler = route(listApprovals(approvalsFromEnvironment(), () => new Date()));
