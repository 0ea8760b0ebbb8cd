/** A part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** The key after which the next page begins; missing on the last one. */
  readonly next?: string;
}

/**
 * The page of the first entries, of one more than it may have: that one only says whether there is a page after it.
 *
 * A page without entries is never announced.
 */
export function pageOf<T>(oneMore: readonly T[], limit: number, keyOf: (item: T) => string): Page<T> {
  const items = oneMore.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(oneMore.length > limit && last !== undefined && { next: keyOf(last) }) };
}
