import { Duration } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { StageConfig } from '../stages/stage-config.ts';

/** Returns the rules that delete noncurrent versions of documents and incomplete uploads. */
export function documentLifecycle(stage: StageConfig): s3.LifecycleRule[] {
  return [
    {
      id: 'replaced-documents',
      noncurrentVersionExpiration: Duration.days(stage.retention.noncurrentDocumentDays),
    },
    { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(7) },
  ];
}
