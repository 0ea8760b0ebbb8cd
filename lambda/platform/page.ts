/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** The key after which the next page starts; undefined on the last page. */
  readonly next?: string;
}

/**
 * Returns a page of at most `limit` items.
 *
 * Pass one item more than the limit if there are as many: it indicates a next page, which is therefore never empty.
 */
export function pageOf<T>(oneMore: readonly T[], limit: number, keyOf: (item: T) => string): Page<T> {
  const items = oneMore.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(oneMore.length > limit && last !== undefined && { next: keyOf(last) }) };
}
