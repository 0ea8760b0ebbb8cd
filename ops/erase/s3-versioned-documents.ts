import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type ObjectIdentifier,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { VersionedDocuments } from './versioned-documents.ts';

/** A version of a document or a delete marker. */
interface DocumentVersion extends ObjectIdentifier {
  readonly isDeletion: boolean;
}

/** Documents of a versioned bucket. */
export class S3VersionedDocuments implements VersionedDocuments {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async keys(prefix: string): Promise<string[]> {
    const keys = new Set<string>();
    for await (const { Key } of this.#versions(prefix)) keys.add(Key as string);
    return [...keys];
  }

  async read(key: string): Promise<Uint8Array | undefined> {
    // S3 lists the newest version of a key first.
    for await (const { Key, VersionId, isDeletion } of this.#versions(key)) {
      if (Key !== key || isDeletion) continue;
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key, VersionId }));
      return Body?.transformToByteArray();
    }
    return undefined;
  }

  async forget(key: string): Promise<void> {
    const versions: ObjectIdentifier[] = [];
    for await (const { Key, VersionId } of this.#versions(key)) {
      if (Key === key) versions.push({ Key, VersionId });
    }
    if (versions.length === 0) return;
    const { Errors = [] } = await this.#client.send(
      new DeleteObjectsCommand({ Bucket: this.#bucket, Delete: { Objects: versions, Quiet: true } }),
    );
    if (Errors[0]) throw new Error(`a version of ${key} in ${this.#bucket} was not deleted: ${Errors[0].Message}`);
  }

  /** Lists the versions and delete markers below a prefix. */
  async *#versions(prefix: string): AsyncGenerator<DocumentVersion> {
    let next: Pick<ListObjectVersionsCommandOutput, 'NextKeyMarker' | 'NextVersionIdMarker'> | undefined = {};
    while (next) {
      const page: ListObjectVersionsCommandOutput = await this.#client.send(
        new ListObjectVersionsCommand({
          Bucket: this.#bucket,
          Prefix: prefix,
          KeyMarker: next.NextKeyMarker,
          VersionIdMarker: next.NextVersionIdMarker,
        }),
      );
      for (const { Key, VersionId } of page.Versions ?? []) yield { Key, VersionId, isDeletion: false };
      for (const { Key, VersionId } of page.DeleteMarkers ?? []) yield { Key, VersionId, isDeletion: true };
      next = page.IsTruncated ? page : undefined;
    }
  }
}
