import { Duration } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { StageConfig } from '../stages/stage-config.ts';

/** What becomes of documents that were replaced or deleted, and of uploads that never ended. */
export function documentLifecycle(stage: StageConfig): s3.LifecycleRule[] {
  return [
    {
      id: 'replaced-documents',
      noncurrentVersionExpiration: Duration.days(stage.retention.noncurrentDocumentDays),
    },
    { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(7) },
  ];
}
