import { mock } from 'node:test';
import { expect } from 'expect';
import * as circus from 'jest-circus';
import { ModuleMocker } from 'jest-mock';
import { type ChangedFile, importAfresh } from './fresh-modules.ts';

/** A test that failed. */
export interface Failure {
  readonly test: string;
  readonly error: string;
}

/** The time limit of a test, longer than Jest's: a slow machine must not catch a mutant. */
const TEST_TIMEOUT_MS = 20_000;

const mocker = new ModuleMocker(globalThis);
const { timers } = mock;
const passing = () => ({ pass: true, message: () => '' });

// A snapshot must not catch a mutant: it shows a difference and does not say that it is wrong.
expect.extend({
  toMatchSnapshot: passing,
  toMatchInlineSnapshot: passing,
  toThrowErrorMatchingSnapshot: passing,
  toThrowErrorMatchingInlineSnapshot: passing,
});
Object.assign(expect, { addSnapshotSerializer: () => undefined });
const { describe, test, it, beforeAll, beforeEach, afterAll, afterEach } = circus;
Object.assign(globalThis, { expect, describe, test, it, beforeAll, beforeEach, afterAll, afterEach });
Object.assign(globalThis, {
  jest: {
    fn: mocker.fn.bind(mocker),
    spyOn: mocker.spyOn.bind(mocker),
    useFakeTimers: ({ now }: { now: Date }) => timers.enable({ apis: ['Date'], now }),
    useRealTimers: () => timers.reset(),
  },
});

circus.addEventHandler((event) => {
  if (event.name === 'test_fn_failure' || event.name === 'hook_failure')
    skipTheRest(circus.getState().rootDescribeBlock);
});

/** Runs a test file without Jest, up to its first failure, with a changed file if given. */
export async function runTestFile(file: string, change?: ChangedFile): Promise<Failure | undefined> {
  const environment = { ...process.env };
  circus.resetState();
  circus.getState().testTimeout = TEST_TIMEOUT_MS;
  try {
    await importAfresh(file, change);
    if (!hasTests(circus.getState().rootDescribeBlock)) return { test: file, error: 'the file has no tests' };
    const { testResults, unhandledErrors } = await circus.run();
    const [unhandled] = unhandledErrors;
    if (unhandled) return { test: file, error: firstLine(unhandled) };
    const failed = testResults.find(({ errors }) => errors.length > 0);
    return failed && { test: failed.testPath.slice(1).join(' › '), error: firstLine(failed.errors[0] ?? '') };
  } catch (error) {
    return { test: file, error: firstLine(String(error)) };
  } finally {
    mocker.restoreAllMocks();
    process.env = environment;
  }
}

type Block = circus.State['rootDescribeBlock'];

function skipTheRest({ children }: Block): void {
  for (const child of children) {
    if (child.type === 'describeBlock') skipTheRest(child);
    else if (child.startedAt === null || child.startedAt === undefined) child.mode = 'skip';
  }
}

function hasTests({ children }: Block): boolean {
  return children.some((child) => child.type === 'test' || hasTests(child));
}

function firstLine(error: string): string {
  return (
    error
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim()
      .slice(0, 200) ?? ''
  );
}
