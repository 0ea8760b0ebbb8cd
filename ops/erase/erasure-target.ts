/** A customer who is erased. */
export interface Identity {
  /** What the customer is known by until now. */
  readonly customerId: string;
  /** What the books call the customer from now on: random, so that nobody can work it out from the id. */
  readonly pseudonym: string;
}

/** A target that knows customers. */
export interface ErasureTarget {
  /** What the target is called. */
  readonly name: string;
  /**
   * Removes what identifies a customer, and says what was done; undefined where nothing was left to do.
   *
   * @throws Error that says what stays and why; doing it again goes on from there
   */
  erase(identity: Identity): Promise<string | undefined>;
}

/**
 * Does something with each item, also after one failed, and says of how many it was done.
 *
 * @throws Error with every failure, and what was done
 */
export async function inTurn<T>(
  items: readonly T[],
  act: (item: T) => Promise<void>,
  say: (done: number) => string | undefined,
): Promise<string | undefined> {
  const failures: string[] = [];
  for (const item of items) {
    try {
      await act(item);
    } catch (error) {
      failures.push((error as Error).message);
    }
  }
  const done = say(items.length - failures.length);
  if (failures.length === 0) return done;
  throw new Error([...failures, ...(done ? [done] : [])].join('; '));
}

/** `one order`, `3 orders`; undefined for none, which is nothing to tell of. */
export function counted(count: number, one: string, many: string): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? `one ${one}` : `${count} ${many}`;
}
