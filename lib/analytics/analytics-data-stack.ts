import { CfnOutput, Duration } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PrivateBucket } from '../platform/private-bucket.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { LakeTable } from './lake-table.ts';
import { ORDER_EVENTS_PREFIX, OrderEventsTable } from './order-events-table.ts';
import { SHOP_EVENTS_PREFIX, ShopEventsTable } from './shop-events-table.ts';

/** Properties for an `AnalyticsDataStack`. */
export interface AnalyticsDataStackProps {
  /** The stage of the events. */
  readonly stage: StageConfig;
}

/** The data lake: order events and events of web shops, for analysis. */
export class AnalyticsDataStack extends CapabilityStack {
  /** The bucket of the rows. Records that could not be converted are under `errors/`. */
  public readonly lake: s3.Bucket;
  /** The table of order events. */
  public readonly orderEvents: LakeTable;
  /** The table of web shops' events. */
  public readonly shopEvents: LakeTable;

  constructor(scope: Construct, id: string, { stage }: AnalyticsDataStackProps) {
    super(scope, id, {
      stage,
      capability: 'analytics',
      description: 'Data lake of the order platform: order events and shop events, for analysis.',
      stateful: true,
    });

    // Not versioned: Firehose writes each object once, under a unique key.
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
    new CfnOutput(this, 'LakeBucket', { value: this.lake.bucketName, description: 'Bucket of the data lake.' });
  }
}

/** Returns a rule that moves older objects to a cheaper storage class. */
function tierOlder(events: string, prefix: string): s3.LifecycleRule {
  return {
    id: `older-${events}`,
    prefix,
    transitions: [{ storageClass: s3.StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) }],
  };
}
