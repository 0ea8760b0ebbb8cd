import { PoisonError } from '../platform/poison-error.ts';

/** Waits for a time. */
export type Wait = (milliseconds: number) => Promise<unknown>;

/** A service that takes several entries in a call and reports each entry that it did not take. */
export interface BatchService<Entry> {
  /** The maximum number of entries in a call. */
  readonly maxEntries: number;
  /** The maximum size of a call in bytes. An entry that is larger cannot be sent. */
  readonly maxBytes: number;
  /** The size of an entry in bytes. */
  readonly sizeOf: (entry: Entry) => number;
  /** Sends entries in one call; returns the error of each entry that was not taken, at its position. */
  readonly send: (entries: readonly Entry[]) => Promise<readonly (Error | undefined)[]>;
  /** Waits between two attempts. */
  readonly wait: Wait;
}

/** The number of attempts for entries that a service did not take, besides those of the SDK for calls that failed. */
const ATTEMPTS = 3;
const FIRST_WAIT = 100;

/** Errors by which a service refuses an entry for its content. */
const REFUSED = /^(InvalidParameter|ParameterValueInvalid|InvalidArgument|Validation|BatchRequestTooLong)/;

/**
 * Sends entries in as few calls as possible, which run at the same time, and entries that were not taken again.
 *
 * Returns the error of each entry that was not taken, at its position: a `PoisonError` if its content is the reason.
 */
export async function sendBatches<Entry>(
  service: BatchService<Entry>,
  entries: readonly Entry[],
): Promise<(Error | undefined)[]> {
  const errors = new Map<Entry, Error>();
  let waiting = entries.filter((entry) => {
    const size = service.sizeOf(entry);
    if (size > service.maxBytes) errors.set(entry, new PoisonError(`${size} bytes, of at most ${service.maxBytes}`));
    return size <= service.maxBytes;
  });
  for (let attempt = 1; waiting.length > 0 && attempt <= ATTEMPTS; attempt++) {
    if (attempt > 1) await service.wait(FIRST_WAIT * 2 ** (attempt - 2) * (0.5 + Math.random() / 2));
    const batches = batchesOf(service, waiting);
    const results = await Promise.all(batches.map((batch) => sendBatch(service, batch)));
    for (const entry of waiting) errors.delete(entry);
    for (const [index, batch] of batches.entries()) {
      for (const [position, entry] of batch.entries()) {
        const error = results[index]?.[position];
        if (error) errors.set(entry, error);
      }
    }
    waiting = waiting.filter((entry) => errors.has(entry) && !(errors.get(entry) instanceof PoisonError));
  }
  return entries.map((entry) => errors.get(entry));
}

function batchesOf<Entry>({ maxEntries, maxBytes, sizeOf }: BatchService<Entry>, entries: readonly Entry[]): Entry[][] {
  const batches: Entry[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const size = sizeOf(entry);
    const batch = batches.at(-1);
    if (batch && batch.length < maxEntries && bytes + size <= maxBytes) {
      batch.push(entry);
      bytes += size;
    } else {
      batches.push([entry]);
      bytes = size;
    }
  }
  return batches;
}

/** Sends a batch; if the service refuses it as a whole, each entry by itself, which finds the reason. */
async function sendBatch<Entry>(
  service: BatchService<Entry>,
  batch: readonly Entry[],
): Promise<readonly (Error | undefined)[]> {
  try {
    return (await service.send(batch)).map((error) => error && asPoison(error));
  } catch (failure) {
    const error = asPoison(failure as Error);
    if (!(error instanceof PoisonError) || batch.length === 1) return batch.map(() => error);
    return (await Promise.all(batch.map((entry) => sendBatch(service, [entry])))).flat();
  }
}

function asPoison(error: Error): Error {
  return REFUSED.test(error.name) ? new PoisonError(`${error.name}: ${error.message}`, { cause: error }) : error;
}
