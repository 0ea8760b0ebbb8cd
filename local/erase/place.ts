/** A customer who is erased. */
export interface Identity {
  /** What the customer is known by until now. */
  readonly customerId: string;
  /** What the books call the customer from now on: random, so that nobody can work it out from the id. */
  readonly pseudonym: string;
}

/** A place that knows customers. */
export interface Place {
  /** What the place is called. */
  readonly name: string;
  /**
   * Removes what identifies a customer, and says what was done; undefined where nothing was left to do.
   *
   * @throws Error that says what stays and why; doing it again goes on from there
   */
  erase(identity: Identity): Promise<string | undefined>;
}

/** `one order`, `3 orders`; undefined for none, which is nothing to tell of. */
export function counted(count: number, one: string, many: string): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? `one ${one}` : `${count} ${many}`;
}
