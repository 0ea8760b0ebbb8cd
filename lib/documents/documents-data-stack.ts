import { CfnOutput, Duration } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { INVOICE_PREFIX } from '../../lambda/documents/invoice-key.ts';
import { type Binding, binding } from '../platform/binding.ts';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PlatformTable } from '../platform/platform-table.ts';
import { PrivateBucket } from '../platform/private-bucket.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { CreatedObjectsTopic } from './created-objects-topic.ts';
import { documentLifecycle } from './document-lifecycle.ts';
import { replicaBucketName } from './documents-replica-stack.ts';
import { ReplicationRole } from './replication-role.ts';

/** Properties for a `DocumentsDataStack`. */
export interface DocumentsDataStackProps {
  /** The stage of the documents. */
  readonly stage: StageConfig;
}

/** The documents, the topic that announces them, and the index of each customer's documents. */
export class DocumentsDataStack extends CapabilityStack {
  /** The documents and the product images. Invoices are replicated to the replica region. */
  public readonly bucket: s3.Bucket;
  /** The topic that is notified of each stored invoice. */
  public readonly createdDocuments: sns.Topic;
  /** The index of documents by customer. */
  public readonly index: dynamodb.Table;

  constructor(scope: Construct, id: string, { stage }: DocumentsDataStackProps) {
    super(scope, id, {
      stage,
      capability: 'documents',
      description: 'Documents of the order platform and their index.',
      stateful: true,
    });

    this.bucket = this.#replicatedBucket(stage);
    this.createdDocuments = new CreatedObjectsTopic(this, 'CreatedDocuments', {
      bucket: this.bucket,
      prefix: INVOICE_PREFIX,
    });
    this.index = new PlatformTable(this, 'DocumentIndex', {
      stage,
      partitionKey: { name: 'customerId', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'documentKey', type: dynamodb.AttributeType.STRING },
    });
    new CfnOutput(this, 'DocumentIndexTable', { value: this.index.tableName });
    new CfnOutput(this, 'DocumentsBucket', { value: this.bucket.bucketName, description: 'Bucket of the documents.' });
  }

  /** Stores invoices. */
  public get storeInvoices(): Binding<'DOCUMENTS_BUCKET'> {
    return binding({ DOCUMENTS_BUCKET: this.bucket.bucketName }, (issuer) =>
      iam.Grant.addToPrincipal({
        grantee: issuer,
        actions: ['s3:PutObject'],
        resourceArns: [this.bucket.arnForObjects(`${INVOICE_PREFIX}*`)],
      }),
    );
  }

  /** Records documents in the index. */
  public get indexDocuments(): Binding<'DOCUMENT_INDEX_TABLE'> {
    return binding({ DOCUMENT_INDEX_TABLE: this.index.tableName }, (indexer) =>
      this.index.grant(indexer, 'dynamodb:PutItem'),
    );
  }

  #replicatedBucket(stage: StageConfig): s3.Bucket {
    const accessLogs = new PrivateBucket(this, 'AccessLogs', {
      stage,
      lifecycleRules: [{ id: 'old-logs', expiration: Duration.days(stage.retention.logDays) }],
    });
    const replica = s3.Bucket.fromBucketAttributes(this, 'Replica', {
      bucketName: replicaBucketName(stage, this.account),
      region: stage.replicaRegion,
    });
    const replicationRole = new ReplicationRole(this, 'ReplicationRole');
    const bucket = new PrivateBucket(this, 'Documents', {
      stage,
      versioned: true,
      lifecycleRules: documentLifecycle(stage),
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'documents/',
      replicationRole,
      replicationRules: [
        {
          id: 'invoices',
          destination: replica,
          filter: { prefix: INVOICE_PREFIX },
          // Deletions are not replicated: the replica protects against accidental and malicious deletion.
          deleteMarkerReplication: false,
          metrics: s3.ReplicationTimeValue.FIFTEEN_MINUTES,
        },
      ],
    });
    replicationRole.allowReplication(bucket, replica, INVOICE_PREFIX);
    return bucket;
  }
}
