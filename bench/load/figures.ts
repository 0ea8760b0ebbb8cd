import type { Responses } from './load-generator.ts';

/** How fast requests were accepted. */
export interface Figures {
  readonly accepted: number;
  readonly perSecond: number;
  /** Within which time half of them were answered, 95 and 99 of a hundred; in milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** What several barrages come to, as if they were one. */
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

/** The smallest of the sorted times that so many of a hundred do not exceed; 0 where there are none. */
export function percentile(sorted: readonly number[], hundredths: number): number {
  return sorted[Math.max(0, Math.ceil((hundredths / 100) * sorted.length) - 1)] ?? 0;
}
