import { CfnOutput, Duration } from 'aws-cdk-lib';
import type * as glue from 'aws-cdk-lib/aws-glue';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PrivateBucket } from '../platform/private-bucket.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { ORDER_EVENTS_PREFIX, OrderEventsTable } from './order-events-table.ts';

/** Properties for a `ClickstreamDataStack`. */
export interface ClickstreamDataStackProps {
  /** The stage whose events are kept. */
  readonly stage: StageConfig;
}

/** The lake: every order event, for analysis. */
export class ClickstreamDataStack extends CapabilityStack {
  /** Holds the rows, and under `errors/` the records that could not become rows. */
  public readonly lake: s3.Bucket;
  /** The order events as a table. */
  public readonly orderEvents: glue.CfnTable;

  constructor(scope: Construct, id: string, { stage }: ClickstreamDataStackProps) {
    super(scope, id, {
      stage,
      capability: 'clickstream',
      description: 'The lake of the order platform: its order events, for analysis.',
      stateful: true,
    });

    // Not versioned: Firehose writes each object once, under a name of its own.
    this.lake = new PrivateBucket(this, 'Lake', {
      stage,
      lifecycleRules: [
        {
          id: 'older-order-events',
          prefix: ORDER_EVENTS_PREFIX,
          transitions: [{ storageClass: s3.StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) }],
        },
        { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(7) },
      ],
    });
    this.orderEvents = new OrderEventsTable(this, 'OrderEvents', {
      lake: this.lake,
      databaseName: `order_platform_${stage.name}`,
    }).table;
    new CfnOutput(this, 'LakeBucket', { value: this.lake.bucketName, description: 'The lake.' });
  }
}
