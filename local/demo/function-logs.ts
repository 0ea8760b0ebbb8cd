import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';

/** An event as functions log it when they publish or receive it. */
export interface LoggedEvent {
  readonly eventType: string;
  readonly status: string;
  readonly occurredAt: string;
}

/** Returns the events of an order that a function logged, oldest first. */
export async function findLogLines(region: string, logGroupName: string, orderId: string): Promise<LoggedEvent[]> {
  const client = new CloudWatchLogsClient({ region });
  const found: LoggedEvent[] = [];
  for await (const page of paginateFilterLogEvents({ client }, { logGroupName, filterPattern: `"${orderId}"` })) {
    for (const { message } of page.events ?? []) found.push(...eventOf(message));
  }
  return found.sort((left, right) => left.occurredAt.localeCompare(right.occurredAt));
}

function eventOf(line = ''): LoggedEvent[] {
  try {
    const { event } = JSON.parse(line.slice(line.indexOf('{'))) as { event?: LoggedEvent };
    return event ? [event] : [];
  } catch {
    return [];
  }
}
