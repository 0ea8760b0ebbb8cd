import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import { SURROUNDINGS } from './surroundings.ts';

/** A call that can be cancelled, in the place of a timer. */
class Delayed {
  readonly cancel: () => void;

  constructor(cancel: () => void) {
    this.cancel = cancel;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

const real = {
  Date,
  setTimeout,
  clearTimeout,
  sleep: timers.setTimeout,
  random: Math.random,
  getRandomValues: crypto.getRandomValues.bind(crypto),
  timeout: AbortSignal.timeout.bind(AbortSignal),
  write: { stdout: process.stdout.write.bind(process.stdout), stderr: process.stderr.write.bind(process.stderr) },
};

/** Replaces the clock, the timers, the random numbers and the output of this thread, inside of functions only. */
export function replaceBuiltins(): void {
  const now = () => SURROUNDINGS.getStore()?.now() ?? real.Date.now();
  globalThis.Date = new Proxy(real.Date, {
    construct: (target, given, as) => Reflect.construct(target, given.length > 0 ? given : [now()], as),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
  Object.assign(globalThis, { setTimeout: delay, clearTimeout: cancel });
  timers.setTimeout = sleep as typeof timers.setTimeout;
  syncBuiltinESMExports();
  AbortSignal.timeout = abortAfter;
  Math.random = () => SURROUNDINGS.getStore()?.random() ?? real.random();
  crypto.getRandomValues = randomValues as typeof crypto.getRandomValues;
  for (const output of ['stdout', 'stderr'] as const) process[output].write = logged(output);
}

function delay(run: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]): unknown {
  const surroundings = SURROUNDINGS.getStore();
  if (!surroundings) return real.setTimeout(run, milliseconds, ...given);
  return new Delayed(surroundings.after(milliseconds, () => SURROUNDINGS.run(surroundings, run, ...given)));
}

function cancel(timer: unknown): void {
  if (timer instanceof Delayed) timer.cancel();
  else real.clearTimeout(timer as NodeJS.Timeout);
}

function sleep<T>(milliseconds?: number, value?: T, options?: object): Promise<T> {
  const surroundings = SURROUNDINGS.getStore();
  if (!surroundings) return real.sleep(milliseconds, value, options);
  return new Promise((resolve) => surroundings.after(milliseconds ?? 0, () => resolve(value as T)));
}

function abortAfter(milliseconds: number): AbortSignal {
  const surroundings = SURROUNDINGS.getStore();
  if (!surroundings) return real.timeout(milliseconds);
  const controller = new AbortController();
  surroundings.after(milliseconds, () => controller.abort(new DOMException('timed out', 'TimeoutError')));
  return controller.signal;
}

function randomValues(values: Uint8Array): Uint8Array {
  const surroundings = SURROUNDINGS.getStore();
  if (!surroundings) return real.getRandomValues(values as Uint8Array<ArrayBuffer>);
  for (const index of values.keys()) values[index] = surroundings.random() * 256;
  return values;
}

function logged(output: 'stdout' | 'stderr'): typeof process.stdout.write {
  return ((line: string, ...more: []) => {
    const surroundings = SURROUNDINGS.getStore();
    if (!surroundings) return real.write[output](line, ...more);
    surroundings.log(line);
    return true;
  }) as typeof process.stdout.write;
}
