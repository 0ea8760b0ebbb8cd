import { HeadObjectCommand, NotFound, S3Client } from '@aws-sdk/client-s3';

/** A bucket with documents. */
export interface DocumentPlace {
  readonly region: string;
  readonly bucket: string;
}

/** Returns the size of a document in bytes; undefined if it does not exist yet. */
export async function documentSize({ region, bucket }: DocumentPlace, key: string): Promise<number | undefined> {
  try {
    const { ContentLength } = await new S3Client({ region }).send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    return ContentLength;
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}
