/** An entry in the log of a function. */
export interface LogEntry {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The function's capability and name. */
  readonly entry: string;
  readonly message: string;
}

/** An entry as the logger of the functions writes it. */
interface LoggedFields extends Record<string, unknown> {
  readonly level: string;
  readonly message: string;
  readonly timestamp: string;
}

/** Lines in which Lambda reports the begin and the end of an invocation. */
const FRAME = /^(START|END) RequestId: /;
const REPORT = /^REPORT RequestId: \S+\s+Duration: (\S+ ms)/;
/** Fields that every entry has and the line shows elsewhere, or that no reader of a local log needs. */
const COMMON = ['level', 'message', 'timestamp', 'service', 'sampling_rate', 'xray_trace_id', 'correlation_id'];
const LEVEL_WIDTH = 5;

/** Returns an entry of the log of a function, with the time of the logger if there is one; undefined if it says nothing. */
export function logEntry(entry: string, time: number, message: string): LogEntry | undefined {
  if (FRAME.test(message)) return undefined;
  const timestamp = loggedFields(message)?.timestamp;
  return { time: timestamp ? Date.parse(timestamp) : time, entry, message };
}

/** Describes an entry in one line: time, function, level, message and the other fields, the order id first. */
export function describeLogEntry({ time, entry, message }: LogEntry, width = entry.length): string {
  const fields = loggedFields(message);
  const begin = `${new Date(time).toISOString().slice(11, 23)} ${entry.padEnd(width)}`;
  if (!fields) return `${begin} ${''.padEnd(LEVEL_WIDTH)} ${plain(message)}`;
  const orderId = findOrderId(fields);
  const others = Object.entries(fields)
    .filter(([name]) => !COMMON.includes(name) && name !== 'orderId')
    .map(([name, value]) => ` ${name}=${shown(value)}`);
  const order = orderId === undefined ? '' : ` order=${orderId}`;
  return `${begin} ${fields.level.padEnd(LEVEL_WIDTH)} ${fields.message}${order}${others.join('')}`;
}

function plain(message: string): string {
  const duration = REPORT.exec(message)?.[1];
  return duration ? `took ${duration}` : message.trimEnd();
}

function loggedFields(message: string): LoggedFields | undefined {
  try {
    const fields = JSON.parse(message) as Partial<LoggedFields> | null;
    const complete = typeof fields?.level === 'string' && typeof fields.message === 'string' && fields.timestamp;
    return complete ? (fields as LoggedFields) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the first `orderId` at any depth. */
function findOrderId(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { orderId } = value as { orderId?: unknown };
  if (typeof orderId === 'string') return orderId;
  for (const each of Object.values(value)) {
    const found = findOrderId(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns the value of a field; of an error, its name and its message, because a stack of minified code helps nobody. */
function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `${value}`;
  const { name, message, stack } = value as Partial<Error>;
  return stack === undefined ? JSON.stringify(value) : `${name}: ${message}`;
}
