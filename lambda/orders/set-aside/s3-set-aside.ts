import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { StreamReader } from '../../platform/process-in-order.ts';
import { setAsideKey, setAsideText } from './set-aside-change.ts';

/** Stores the records that a function sets aside in a bucket, under the name of the function. */
export function s3SetAside(client: S3Client, bucket: string, entry: string): StreamReader['setAside'] {
  return async (record, error) => {
    const Key = setAsideKey(entry, record);
    await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: setAsideText(record, error) }));
  };
}
