import { CfnOutput, Duration } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PrivateBucket } from '../platform/private-bucket.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { LakeTable } from './lake-table.ts';
import { ORDER_EVENTS_PREFIX, OrderEventsTable } from './order-events-table.ts';
import { SHOP_EVENTS_PREFIX, ShopEventsTable } from './shop-events-table.ts';

/** Properties for a `AnalyticsDataStack`. */
export interface AnalyticsDataStackProps {
  /** The stage whose events are kept. */
  readonly stage: StageConfig;
}

/** The lake: every order event, and what happens in web shops, for analysis. */
export class AnalyticsDataStack extends CapabilityStack {
  /** Holds the rows, and under `errors/` the records that could not become rows. */
  public readonly lake: s3.Bucket;
  /** The order events as a table. */
  public readonly orderEvents: LakeTable;
  /** What happens in web shops, as a table. */
  public readonly shopEvents: LakeTable;

  constructor(scope: Construct, id: string, { stage }: AnalyticsDataStackProps) {
    super(scope, id, {
      stage,
      capability: 'analytics',
      description: 'The lake of the order platform: its order events, for analysis.',
      stateful: true,
    });

    // Not versioned: Firehose writes each object once, under a name of its own.
    this.lake = new PrivateBucket(this, 'Lake', {
      stage,
      lifecycleRules: [
        tierOlder('order-events', ORDER_EVENTS_PREFIX),
        tierOlder('shop-events', SHOP_EVENTS_PREFIX),
        { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(7) },
      ],
    });
    const { database, table } = new OrderEventsTable(this, 'OrderEvents', {
      lake: this.lake,
      databaseName: `order_platform_${stage.name}`,
    });
    this.orderEvents = table;
    this.shopEvents = new ShopEventsTable(this, 'ShopEvents', { lake: this.lake, database }).table;
    new CfnOutput(this, 'LakeBucket', { value: this.lake.bucketName, description: 'The lake.' });
  }
}

/** Moves what is seldom read to where it costs less. */
function tierOlder(events: string, prefix: string): s3.LifecycleRule {
  return {
    id: `older-${events}`,
    prefix,
    transitions: [{ storageClass: s3.StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) }],
  };
}
