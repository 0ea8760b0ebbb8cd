import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';

/** What the platform's functions log of an event they published or received. */
export interface LoggedEvent {
  readonly eventType: string;
  readonly status: string;
  readonly occurredAt: string;
}

/** The events of an order that a function logged, in the order in which they happened. */
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
