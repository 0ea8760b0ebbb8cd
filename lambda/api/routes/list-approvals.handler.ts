import { approvals } from '../../orders/approvals/dynamo-approvals.ts';
import { settingsOf } from '../../platform/settings.ts';
import { route } from '../http/route.ts';
import { listApprovalsEntry, listApprovalsRoute } from './list-approvals-route.ts';

const settings = settingsOf(listApprovalsEntry);

export const handler = route(
  settings,
  listApprovalsRoute(approvals(settings), () => new Date()),
);
