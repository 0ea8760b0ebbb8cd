// Longer than the suite's PATIENCE, so that what does not show is named before its test is cut off.
jest.setTimeout(60_000);
