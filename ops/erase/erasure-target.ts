/** A customer to erase. */
export interface Identity {
  /** The customer id to replace. */
  readonly customerId: string;
  /** The random id that replaces it in orders and invoices; it cannot be derived from the customer id. */
  readonly pseudonym: string;
}

/** A data store that holds customer data. */
export interface ErasureTarget {
  /** The name in the report. */
  readonly name: string;
  /**
   * Removes what identifies a customer and returns a description of it; undefined if there was nothing to remove.
   *
   * @throws Error that names the data that could not be erased; a second call continues from there
   */
  erase(identity: Identity): Promise<string | undefined>;
}

/**
 * Applies an action to each item, also after a failure, and describes how many succeeded.
 *
 * @throws Error with all failures and the description of what succeeded
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

/** Formats a count: `one order`, `3 orders`, undefined for none. */
export function counted(count: number, one: string, many: string): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? `one ${one}` : `${count} ${many}`;
}
