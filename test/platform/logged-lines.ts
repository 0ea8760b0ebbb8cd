// To the console, so that a test can read the lines. A logger reads the level when it is created: import its module afterwards.
process.env.POWERTOOLS_DEV = 'true';
process.env.POWERTOOLS_LOG_LEVEL = 'INFO';

/** Runs a function and returns the lines that it logs at a level. */
export async function loggedLines(level: 'info' | 'warn' | 'error', run: () => unknown): Promise<unknown[]> {
  const lines: unknown[] = [];
  const write = jest
    .spyOn(console, level)
    .mockImplementation((...[line]: unknown[]) => void lines.push(JSON.parse(String(line))));
  try {
    await run();
  } finally {
    write.mockRestore();
  }
  return lines;
}
