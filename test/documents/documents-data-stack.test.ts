import { Match } from 'aws-cdk-lib/assertions';
import { INVOICE_PREFIX } from '../../lambda/documents/invoice-key.ts';
import { productImageKey } from '../../lambda/documents/product-image-key.ts';
import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import { documentsOf } from './documents-stacks.ts';

const inProd = documentsOf(prod).data;
const inDev = documentsOf(dev).data;

const id = (name: string) => Match.stringLikeRegexp(`^${name}[0-9A-F]{8}$`);
const arn = (name: string) => ({ 'Fn::GetAtt': [id(name), 'Arn'] });
const under = (name: string, pattern: string) => ({ 'Fn::Join': ['', [arn(name), pattern]] });
const REPLICA_ARN = 'arn:aws:s3:::order-platform-prod-documents-111122223333-eu-west-1';

test('every bucket is encrypted and blocks public access', () => {
  inProd.allResourcesProperties('AWS::S3::Bucket', {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  });
});

test.each(['AccessLogs', 'Documents'])('the bucket %s refuses requests without TLS', (name) => {
  inProd.hasResourceProperties('AWS::S3::BucketPolicy', {
    Bucket: { Ref: id(name) },
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ]),
    },
  });
});

test('the previous versions of a document are kept for the time that the stage sets', () => {
  inProd.hasResourceProperties('AWS::S3::Bucket', {
    VersioningConfiguration: { Status: 'Enabled' },
    LifecycleConfiguration: {
      Rules: Match.arrayWith([Match.objectLike({ NoncurrentVersionExpiration: { NoncurrentDays: 365 } })]),
    },
  });
});

test('no current document expires, only previous versions and unfinished uploads', () => {
  const buckets = inProd.findResources('AWS::S3::Bucket', {
    Properties: { VersioningConfiguration: { Status: 'Enabled' } },
  });
  const rules = Object.values(buckets).flatMap(({ Properties }) => Properties.LifecycleConfiguration.Rules);
  expect(rules.map(({ Id, ...rule }) => [Id, Object.keys(rule).sort()])).toEqual([
    ['replaced-documents', ['NoncurrentVersionExpiration', 'Status']],
    ['unfinished-uploads', ['AbortIncompleteMultipartUpload', 'Status']],
  ]);
});

test('product images are neither announced nor replicated', () => {
  expect(productImageKey('BOOK-1')).toBe('product-images/BOOK-1');
  expect(productImageKey('BOOK-1').startsWith(INVOICE_PREFIX)).toBe(false);
});

test('access to documents is logged in a separate bucket, for the retention of other logs', () => {
  inProd.hasResourceProperties('AWS::S3::Bucket', {
    LoggingConfiguration: { DestinationBucketName: { Ref: id('AccessLogs') }, LogFilePrefix: 'documents/' },
  });
  inProd.hasResourceProperties('AWS::S3::Bucket', {
    LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 90, Status: 'Enabled' })] },
    LoggingConfiguration: Match.absent(),
  });
});

test('invoices are replicated to the other region, and their deletion is not', () => {
  inProd.hasResourceProperties('AWS::S3::Bucket', {
    ReplicationConfiguration: {
      Role: arn('ReplicationRole'),
      Rules: [
        {
          Id: 'invoices',
          Status: 'Enabled',
          Filter: { Prefix: 'invoices/' },
          Destination: { Bucket: REPLICA_ARN, Metrics: { Status: 'Enabled' } },
          DeleteMarkerReplication: { Status: 'Disabled' },
        },
      ],
    },
  });
});

test('the replication role may read the originals and write the copies, under the prefix of invoices only', () => {
  inProd.hasResourceProperties('AWS::IAM::Policy', {
    Roles: [{ Ref: id('ReplicationRole') }],
    PolicyDocument: {
      Statement: [
        {
          Sid: 'ReadReplicationRules',
          Effect: 'Allow',
          Action: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
          Resource: arn('Documents'),
        },
        {
          Sid: 'ReadOriginals',
          Effect: 'Allow',
          Action: ['s3:GetObjectVersionAcl', 's3:GetObjectVersionForReplication', 's3:GetObjectVersionTagging'],
          Resource: under('Documents', '/invoices/*'),
        },
        {
          Sid: 'WriteCopies',
          Effect: 'Allow',
          Action: ['s3:ReplicateObject', 's3:ReplicateTags'],
          Resource: `${REPLICA_ARN}/invoices/*`,
        },
      ],
    },
  });
});

test('each stored invoice is published to the topic', () => {
  inProd.hasResourceProperties('AWS::S3::Bucket', {
    NotificationConfiguration: {
      TopicConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'invoices/' }] } },
          Topic: { Ref: id('CreatedDocuments') },
        },
      ],
    },
  });
});

test('only buckets of this account may publish, and the policy exists before the bucket', () => {
  inProd.hasResourceProperties('AWS::SNS::TopicPolicy', {
    Topics: [{ Ref: id('CreatedDocuments') }],
    PolicyDocument: {
      Statement: Match.arrayWith([
        {
          Sid: 'AllowBucketsOfThisAccount',
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: { Ref: id('CreatedDocuments') },
          Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
        },
      ]),
    },
  });
  inProd.hasResource('AWS::S3::Bucket', { DependsOn: [id('CreatedDocumentsPolicy')] });
});

test('no function of the CDK announces documents or, if documents are retained, empties buckets', () => {
  expect(inProd.findResources('AWS::Lambda::Function')).toEqual({});
});

test('the index lists the documents of a customer, with backups and protection if data is retained', () => {
  inProd.hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Retain',
    Properties: {
      KeySchema: [
        { AttributeName: 'customerId', KeyType: 'HASH' },
        { AttributeName: 'documentKey', KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
  });
});

test('prod retains its documents', () => {
  inProd.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
});

test('dev empties its buckets and deletes them with the stack', () => {
  inDev.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Delete' });
  for (const name of ['AccessLogs', 'Documents']) {
    inDev.hasResourceProperties('Custom::S3AutoDeleteObjects', { BucketName: { Ref: id(name) } });
  }
});
