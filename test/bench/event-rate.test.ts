import { eventRate } from '../../bench/events/model.ts';

test('40 batches of 50 records at the same time, each of two calls in sequence, are more than 500 orders a second', () => {
  const { lanes, batchMs, recordsPerSecond, ordersPerSecond } = eventRate(4, 1);
  expect(lanes).toBe(40);
  // Two calls of 50 ms, 50 ms of Lambda, and 50 records of a millisecond on 0.29 processors.
  expect(batchMs).toBeCloseTo(150 + (50 * 1_769) / 512);
  expect(recordsPerSecond).toBeCloseTo(2_000_000 / batchMs);
  expect(ordersPerSecond).toBeGreaterThan(500);
});

test('a record that takes more time of the processor makes the rate lower', () => {
  expect(eventRate(4, 2).ordersPerSecond).toBeLessThan(eventRate(4, 1).ordersPerSecond);
});
