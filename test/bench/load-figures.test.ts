import { figuresOf, percentile } from '../../bench/load/figures.ts';
import type { Responses } from '../../bench/load/load-generator.ts';

const responses = (times: number[], seconds: number): Responses => ({
  times,
  seconds,
  orderIds: [],
  others: new Map(),
});

test.each([
  [50, 3],
  [95, 5],
  [99, 5],
  [20, 1],
  [21, 2],
])('the percentile %d is %d', (hundredths, time) => {
  expect(percentile([1, 2, 3, 4, 5], hundredths)).toBe(time);
});

test('combines two runs: all their times, and the rate over their total duration', () => {
  const first = Array.from({ length: 90 }, (_, index) => 90 - index);
  const second = Array.from({ length: 10 }, (_, index) => 91 + index);
  expect(figuresOf([responses(first, 4), responses(second, 1)])).toEqual({
    accepted: 100,
    perSecond: 20,
    p50: 50,
    p95: 95,
    p99: 99,
  });
});

test('the rate is 0 if no order was accepted', () => {
  expect(figuresOf([])).toEqual({ accepted: 0, perSecond: 0, p50: 0, p95: 0, p99: 0 });
});
