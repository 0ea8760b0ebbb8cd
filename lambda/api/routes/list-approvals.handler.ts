import { approvalsFromEnvironment } from '../../orders/approvals/dynamo-approvals.ts';
import { route } from '../http/route.ts';
import { listApprovalsRoute } from './list-approvals-route.ts';

export const handler = route(listApprovalsRoute(approvalsFromEnvironment(), () => new Date()));
