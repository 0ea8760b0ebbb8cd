import { READING } from '../../lib/orders/order-changes.ts';

/** The statuses of an order that is shipped, each of which is a record on the stream. */
export const RECORDS_PER_ORDER = ['PLACED', 'RESERVED', 'CHARGING', 'CHARGED', 'SHIPPING', 'SHIPPED'].length;

/** The assumed time of a call of SNS or Kinesis from Lambda, in milliseconds. */
const CALL_MS = 50;
/** The assumed time that Lambda needs between two batches of a lane, in milliseconds. */
const BETWEEN_BATCHES_MS = 50;
/** The first record of a batch is published alone, then all others. */
const ROUNDS = 2;
/** A function with this much memory has one processor. https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const MEGABYTES_PER_PROCESSOR = 1_769;
const FUNCTION_MEGABYTES = 512;

/** The rate at which events are published. */
export interface EventRate {
  /** The batches that are processed at the same time. */
  readonly lanes: number;
  /** The time of a batch, in milliseconds. */
  readonly batchMs: number;
  readonly recordsPerSecond: number;
  readonly ordersPerSecond: number;
}

/** Calculates the rate for a number of shards, from the processor time of a record. */
export function eventRate(shards: number, processorMsPerRecord: number): EventRate {
  const { batchSize, parallelizationFactor } = READING;
  const lanes = shards * parallelizationFactor;
  const processorMs = batchSize * processorMsPerRecord * (MEGABYTES_PER_PROCESSOR / FUNCTION_MEGABYTES);
  const batchMs = ROUNDS * CALL_MS + processorMs + BETWEEN_BATCHES_MS;
  const recordsPerSecond = (lanes * batchSize * 1_000) / batchMs;
  return { lanes, batchMs, recordsPerSecond, ordersPerSecond: recordsPerSecond / RECORDS_PER_ORDER };
}
