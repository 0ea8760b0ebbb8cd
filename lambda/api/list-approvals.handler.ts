import { approvalsFromEnvironment } from '../orders/dynamo-approvals.ts';
import { listApprovals } from './list-approvals.ts';
import { route } from './route.ts';

export const handler = route(listApprovals(approvalsFromEnvironment(), () => new Date()));
