import { Match } from 'aws-cdk-lib/assertions';
import { DocumentsReplicaStack, replicaBucketName } from '../../lib/documents/documents-replica-stack.ts';
import { dev } from '../../lib/stages/dev.ts';
import { local } from '../../lib/stages/local.ts';
import { prod } from '../../lib/stages/prod.ts';
import { templateApp } from '../../lib/template-app.ts';
import { documentsOf } from './documents-stacks.ts';

test('the replica bucket is versioned, which replication requires, and keeps copies as long as the originals', () => {
  documentsOf(prod).replica.hasResource('AWS::S3::Bucket', {
    DeletionPolicy: 'Retain',
    Properties: {
      BucketName: 'order-platform-prod-documents-111122223333-eu-west-1',
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      LifecycleConfiguration: {
        Rules: Match.arrayWith([Match.objectLike({ NoncurrentVersionExpiration: { NoncurrentDays: 365 } })]),
      },
    },
  });
});

test('originals are replicated to the replica bucket, even if the account is only known at deployment', () => {
  const { replica, data } = documentsOf(dev);
  const [{ Properties: copies }] = Object.values(replica.findResources('AWS::S3::Bucket')) as [Bucket];
  expect(copies.BucketName).toEqual({
    'Fn::Join': ['', ['order-platform-dev-documents-', { Ref: 'AWS::AccountId' }, '-eu-west-1']],
  });
  data.hasResourceProperties('AWS::S3::Bucket', {
    ReplicationConfiguration: {
      Rules: [
        Match.objectLike({
          Destination: Match.objectLike({
            Bucket: {
              'Fn::Join': ['', ['arn:aws:s3:::order-platform-dev-documents-', { Ref: 'AWS::AccountId' }, '-eu-west-1']],
            },
          }),
        }),
      ],
    },
  });
});

test('the stack is deployed to the replica region', () => {
  expect(new DocumentsReplicaStack(templateApp(), 'documents-replica', { stage: prod }).region).toBe('eu-west-1');
});

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
test('the name of the bucket is valid, also in the region with the longest name', () => {
  for (const stage of [local, dev, prod]) {
    expect(replicaBucketName({ ...stage, replicaRegion: 'ap-southeast-1' }, '111122223333')).toMatch(
      /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
    );
  }
});

interface Bucket {
  readonly Properties: { readonly BucketName: unknown };
}
