/** Result of an invocation that got no answer from a service and so was ended. */
export const TIMED_OUT = Symbol('timed out');

/** Waits for an invocation. All effects of the simulation are immediate: one that has not ended by then never does. */
export function ended<T>(run: Promise<T>): Promise<T | typeof TIMED_OUT> {
  return Promise.race([run, new Promise<typeof TIMED_OUT>((resolve) => setImmediate(resolve, TIMED_OUT))]);
}
