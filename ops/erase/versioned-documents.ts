/** Documents with all their versions. */
export interface VersionedDocuments {
  /** The keys that begin with a prefix; also of documents that were deleted, while a trace of them is kept. */
  keys(prefix: string): Promise<string[]>;
  /** The newest version of a document, also of one that was deleted; undefined where no version is kept. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Deletes all versions of a document. */
  forget(key: string): Promise<void>;
}

/** The keys that begin with a prefix on any of the buckets, each once. */
export async function keysIn(buckets: readonly VersionedDocuments[], prefix: string): Promise<string[]> {
  const keys = await Promise.all(buckets.map((bucket) => bucket.keys(prefix)));
  return [...new Set(keys.flat())];
}
