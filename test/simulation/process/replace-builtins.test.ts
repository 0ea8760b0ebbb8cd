import { setTimeout as sleep } from 'node:timers/promises';
import { replaceBuiltins } from './replace-builtins.ts';
import { SURROUNDINGS, type Surroundings } from './surroundings.ts';

/** Surroundings in which time stands still until a timer is called. */
class StoppedTime implements Surroundings {
  readonly lines: string[] = [];
  readonly timers = new Map<() => void, number>();

  now(): number {
    return Date.parse('2026-01-01T10:00:00Z');
  }

  random(): number {
    return this.lines.length / 4;
  }

  after(milliseconds: number, run: () => void): () => void {
    this.timers.set(run, milliseconds);
    return () => this.timers.delete(run);
  }

  send = () => Promise.reject(new Error('there is no network'));

  log(line: string): void {
    this.lines.push(line);
  }
}

beforeAll(replaceBuiltins);

test('a function has the clock, the random numbers and the log of its surroundings', () => {
  const surroundings = new StoppedTime();
  SURROUNDINGS.run(surroundings, () => {
    expect(new Date().toISOString()).toBe('2026-01-01T10:00:00.000Z');
    expect(Date.now()).toBe(surroundings.now());
    expect(new Date(0).getTime()).toBe(0);
    expect(new Date()).toBeInstanceOf(Date);
    process.stdout.write('a line');
    expect(Math.random()).toBe(0.25);
    expect(crypto.getRandomValues(new Uint8Array(2))).toEqual(new Uint8Array([64, 64]));
  });
  expect(surroundings.lines).toEqual(['a line']);
});

test('a timer of a function is called in its surroundings, when their time has come, unless it is cancelled', async () => {
  const surroundings = new StoppedTime();
  const called: unknown[] = [];
  const slept = SURROUNDINGS.run(surroundings, () => {
    setTimeout((of: string) => called.push(of, SURROUNDINGS.getStore()), 10, 'timer');
    clearTimeout(setTimeout(() => called.push('cancelled'), 20));
    return sleep(30, 'slept');
  });
  expect([...surroundings.timers.values()]).toEqual([10, 30]);
  for (const run of surroundings.timers.keys()) run();
  expect(called).toEqual(['timer', surroundings]);
  expect(await slept).toBe('slept');
});

test('a signal of a function aborts by the time of its surroundings', () => {
  const surroundings = new StoppedTime();
  const signal = SURROUNDINGS.run(surroundings, () => AbortSignal.timeout(40));
  expect(signal.aborted).toBe(false);
  for (const run of surroundings.timers.keys()) run();
  expect(signal.aborted).toBe(true);
});

test('outside of functions, time is real', async () => {
  expect(Date.now()).toBeGreaterThan(Date.parse('2026-06-01'));
  expect(await sleep(1, 'slept')).toBe('slept');
  expect(AbortSignal.timeout(60_000).aborted).toBe(false);
});
