import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import type { RunningFunction } from '../functions/running-functions.ts';
import { type LogEntry, logEntry } from './log-entry.ts';

/** Time after which an entry can still appear beside others of the same time. */
const OVERLAP_MILLISECONDS = 5_000;

/** The log of a function. Each entry is read once. */
export class FunctionLog {
  readonly #client = new CloudWatchLogsClient();
  readonly #function: RunningFunction;
  readonly #orderId: string | undefined;
  /** The entries read so far, by id, with their times. */
  readonly #read = new Map<string, number>();
  #newest = 0;

  /** @param orderId - reads only entries that contain this order id */
  constructor(running: RunningFunction, orderId?: string) {
    this.#function = running;
    this.#orderId = orderId;
  }

  /** Reads the entries that were added since the last call. */
  async next(): Promise<LogEntry[]> {
    const entries: LogEntry[] = [];
    // The emulator's entries have no id, but the order of those of a stream and a millisecond stays.
    const ordinals = new Map<string, number>();
    const startTime = Math.max(0, this.#newest - OVERLAP_MILLISECONDS);
    const selection = {
      logGroupName: this.#function.logGroup,
      startTime,
      ...(this.#orderId && { filterPattern: `"${this.#orderId}"` }),
    };
    for await (const { events = [] } of paginateFilterLogEvents({ client: this.#client }, selection)) {
      for (const { logStreamName, timestamp = 0, message = '' } of events) {
        const place = `${logStreamName} ${timestamp}`;
        const ordinal = (ordinals.get(place) ?? 0) + 1;
        ordinals.set(place, ordinal);
        const id = `${place} ${ordinal}`;
        if (this.#read.has(id)) continue;
        this.#read.set(id, timestamp);
        this.#newest = Math.max(this.#newest, timestamp);
        const entry = logEntry(this.#function.entry, timestamp, message);
        if (entry) entries.push(entry);
      }
    }
    for (const [id, time] of this.#read) if (time < startTime) this.#read.delete(id);
    return entries;
  }
}
