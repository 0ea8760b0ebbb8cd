import {
  CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { local } from '../../lib/stages/local.ts';

/** The lines in the logs of all functions of the stage since a time. */
export async function functionLogs(since: Date): Promise<string[]> {
  const client = new CloudWatchLogsClient({ region: local.region });
  const found: string[] = [];
  for await (const { logGroups } of paginateDescribeLogGroups({ client }, {})) {
    for (const { logGroupName } of logGroups ?? []) {
      for await (const { events } of paginateFilterLogEvents(
        { client },
        { logGroupName, startTime: since.getTime() },
      )) {
        found.push(...(events ?? []).map(({ message = '' }) => message));
      }
    }
  }
  return found;
}
