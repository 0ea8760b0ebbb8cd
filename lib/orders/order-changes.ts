import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, S3OnFailureDestination } from 'aws-cdk-lib/aws-lambda-event-sources';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { OrderStatus } from '../../lambda/orders/domain/order.ts';
import { RunbookAlarm } from '../platform/runbook-alarm.ts';
import type { OrdersDataStack } from './orders-data-stack.ts';

/** Properties for `OrderChanges`. */
export interface OrderChangesProps {
  /** The orders whose changes are read, and the bucket for the records that fail. */
  readonly data: OrdersDataStack;
  /** The function that reads them; it reports the record that failed. */
  readonly reader: lambda.Function;
  /** The topic of alarms about records that are set aside. */
  readonly alarmTopic: sns.ITopic;
  /**
   * The statuses whose changes are read.
   *
   * @default - every change
   */
  readonly statuses?: readonly OrderStatus[];
}

/** Sends the changes of orders to a function, in order; sets aside a record after ten failed retries, and continues. */
export class OrderChanges extends Construct {
  constructor(scope: Construct, id: string, { data, reader, alarmTopic, statuses }: OrderChangesProps) {
    super(scope, id);

    const source = new DynamoEventSource(data.orders, {
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      batchSize: 50,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(6),
      // S3 stores the record itself; a queue would receive only its position on a stream that keeps records for a day.
      onFailure: new S3OnFailureDestination(data.setAside),
      metricsConfig: { metrics: [lambda.MetricType.EVENT_COUNT] },
      filters: [changesOf(statuses)],
    });
    reader.addEventSource(source);

    new RunbookAlarm(this, 'SetAside', {
      metric: new cloudwatch.Metric({
        namespace: 'AWS/Lambda',
        metricName: 'OnFailureDestinationDeliveredEventCount',
        dimensionsMap: { EventSourceMappingUUID: source.eventSourceMappingId },
        statistic: 'Sum',
      }),
      description: `A change of an order could not be read by ${reader.node.id} and was set aside.`,
      runbook: 'order-changes-set-aside',
      alarmTopic,
    });
  }
}

/** A filter for new and changed orders, in one of these statuses if given; deletions are not read. */
function changesOf(statuses: readonly OrderStatus[] | undefined) {
  return lambda.FilterCriteria.filter({
    eventName: lambda.FilterRule.or('INSERT', 'MODIFY'),
    ...(statuses && { dynamodb: { NewImage: { status: { S: lambda.FilterRule.or(...statuses) } } } }),
  });
}
