// Longer than the suite's PATIENCE, so that the error names the awaited condition before the test times out.
jest.setTimeout(60_000);
