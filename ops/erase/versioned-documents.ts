/** Documents with their versions. */
export interface VersionedDocuments {
  /** Returns the keys with a prefix, including those of deleted documents with retained versions. */
  keys(prefix: string): Promise<string[]>;
  /** Returns the newest version of a document, also of a deleted one; undefined if no version is retained. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Deletes all versions of a document. */
  forget(key: string): Promise<void>;
}

/** Returns the distinct keys with a prefix in any of the buckets. */
export async function keysIn(buckets: readonly VersionedDocuments[], prefix: string): Promise<string[]> {
  const keys = await Promise.all(buckets.map((bucket) => bucket.keys(prefix)));
  return [...new Set(keys.flat())];
}
