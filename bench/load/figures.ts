import type { Responses } from './load-generator.ts';

/** Throughput and latency of accepted requests. */
export interface Figures {
  readonly accepted: number;
  readonly perSecond: number;
  /** Latency percentiles in milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Combines the responses of several phases into one set of figures. */
export function figuresOf(responses: readonly Responses[]): Figures {
  const times = responses.flatMap((each) => each.times).toSorted((left, right) => left - right);
  const seconds = responses.reduce((sum, each) => sum + each.seconds, 0);
  return {
    accepted: times.length,
    perSecond: seconds > 0 ? times.length / seconds : 0,
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    p99: percentile(times, 99),
  };
}

/** Percentile of sorted times by the nearest-rank method; 0 if there are none. */
export function percentile(sorted: readonly number[], hundredths: number): number {
  return sorted[Math.max(0, Math.ceil((hundredths / 100) * sorted.length) - 1)] ?? 0;
}
