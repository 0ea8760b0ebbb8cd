import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { OrderStatus } from '../../lambda/orders/domain/order.ts';
import { SET_ASIDE_MESSAGE } from '../../lambda/platform/poison-error.ts';
import { logMetric } from '../platform/log-metric.ts';
import type { PlatformFunction } from '../platform/platform-function.ts';
import { RunbookAlarm } from '../platform/runbook-alarm.ts';
import type { OrdersDataStack } from './orders-data-stack.ts';

/** Properties for `OrderChanges`. */
export interface OrderChangesProps {
  /** The orders whose changes are read, and the bucket for the records that cannot be processed. */
  readonly data: OrdersDataStack;
  /** The function that reads them; it reports the record that failed, and sets aside those that no attempt can process. */
  readonly reader: PlatformFunction;
  /** The topic of alarms about records that are late or set aside. */
  readonly alarmTopic: sns.ITopic;
  /**
   * The statuses whose changes are read.
   *
   * @default - every change
   */
  readonly statuses?: readonly OrderStatus[];
}

/**
 * The number of records in a batch, and of batches of a shard at the same time.
 *
 * Lambda keeps the order of changes per item, whatever the factor. https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
export const READING = { batchSize: 50, parallelizationFactor: 10 } as const;
/** The retries never end by their number: a record waits until the outage is over. */
const UNLIMITED = -1;
/** An hour less than the stream keeps a record. https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html */
const MAX_RECORD_AGE = Duration.hours(23);
/** The age of a record at which a person looks at the reason. */
const LATE = Duration.minutes(15);

/** Sends the changes of orders to a function, those of an order in sequence, and waits while the function fails. */
export class OrderChanges extends Construct {
  /** The id of the event source mapping, under which Lambda sets aside records that are too old. */
  public readonly mappingId: string;

  constructor(scope: Construct, id: string, { data, reader, alarmTopic, statuses }: OrderChangesProps) {
    super(scope, id);

    const source = new DynamoEventSource(data.orders, {
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      ...READING,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: UNLIMITED,
      maxRecordAge: MAX_RECORD_AGE,
      onFailure: bucketForExpired(data.setAside),
      metricsConfig: { metrics: [lambda.MetricType.EVENT_COUNT] },
      filters: [changesOf(statuses)],
    });
    reader.addEventSource(source);
    this.mappingId = source.eventSourceMappingId;

    new RunbookAlarm(this, 'SetAside', {
      metric: new cloudwatch.Metric({
        namespace: 'AWS/Lambda',
        metricName: 'OnFailureDestinationDeliveredEventCount',
        dimensionsMap: { EventSourceMappingUUID: this.mappingId },
        statistic: 'Sum',
      }),
      description: `${reader.node.id} failed to process a change of an order for 23 hours. The change was set aside.`,
      runbook: 'order-changes-set-aside',
      alarmTopic,
    });
    new RunbookAlarm(this, 'Poison', {
      metric: logMetric(reader.logGroup, 'PoisonChanges', {
        source: reader,
        pattern: logs.FilterPattern.stringValue('$.message', '=', SET_ASIDE_MESSAGE),
        name: 'ChangesSetAside',
        perFunction: true,
      }),
      description: `${reader.node.id} cannot process a change of an order and set it aside.`,
      runbook: 'order-changes-set-aside',
      alarmTopic,
    });
    new RunbookAlarm(this, 'Late', {
      metric: reader.metric('IteratorAge', { statistic: 'Maximum' }),
      threshold: LATE.toMilliseconds(),
      description: `${reader.node.id} processes changes of orders more than ${LATE.toMinutes()} minutes late.`,
      runbook: 'late-order-changes',
      alarmTopic,
    });
  }
}

/**
 * A bucket for records that are too old.
 *
 * S3 stores the record itself; a queue would receive only its position on the stream. The CDK's own destination would let
 * the function read and delete all objects. https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
function bucketForExpired(bucket: s3.IBucket): lambda.IEventSourceDlq {
  return {
    bind: (_, { grantPrincipal: grantee }) => {
      for (const [action, arn] of [
        ['s3:ListBucket', bucket.bucketArn],
        ['s3:PutObject', bucket.arnForObjects('*')],
      ] as const) {
        iam.Grant.addToPrincipal({ grantee, actions: [action], resourceArns: [arn] });
      }
      return { destination: bucket.bucketArn };
    },
  };
}

/** A filter for new and changed orders, in one of these statuses if given; deletions are not read. */
function changesOf(statuses: readonly OrderStatus[] | undefined) {
  return lambda.FilterCriteria.filter({
    eventName: lambda.FilterRule.or('INSERT', 'MODIFY'),
    ...(statuses && { dynamodb: { NewImage: { status: { S: lambda.FilterRule.or(...statuses) } } } }),
  });
}
