import { Duration } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { PlatformFunction } from '../platform/platform-function.ts';
import { RunbookAlarm } from '../platform/runbook-alarm.ts';

/** Properties for `LakeDeliveryAlarms`. */
export interface LakeDeliveryAlarmsProps {
  /** What is delivered, in the singular: `order event`. */
  readonly event: string;
  /** What brings events into the lake. */
  readonly deliveryStream: firehose.IDeliveryStream;
  /** What makes rows of them; it logs `Malformed record` for what is no event. */
  readonly transformation: PlatformFunction;
  /** What the number of malformed records is called; the stack's name is added to it. */
  readonly malformedMetric: string;
  /** Who is told. */
  readonly alarmTopic: sns.ITopic;
}

/** The longest that Firehose holds a record back on purpose: older ones wait for something that is broken. */
const LATE = Duration.minutes(15);

/** Tells when events do not reach the lake, or reach its error prefix instead. */
export class LakeDeliveryAlarms extends Construct {
  constructor(scope: Construct, id: string, props: LakeDeliveryAlarmsProps) {
    super(scope, id);
    const { event, deliveryStream, transformation, malformedMetric, alarmTopic } = props;
    const shared = { runbook: 'lake-delivery', alarmTopic };

    new RunbookAlarm(this, 'Malformed', {
      ...shared,
      metric: malformedRecords(transformation, malformedMetric),
      description: `A record on the stream is no ${event}; it is under the error prefix of the lake.`,
    });
    new RunbookAlarm(this, 'NotConverted', {
      ...shared,
      metric: deliveryStream.metric('FailedConversion.Records', { statistic: 'Sum' }),
      description: 'A row does not fit the table; it is under the error prefix of the lake.',
    });
    // https://docs.aws.amazon.com/firehose/latest/dev/firehose-cloudwatch-metrics-best-practices.html
    new RunbookAlarm(this, 'Late', {
      ...shared,
      metric: deliveryStream.metric('DeliveryToS3.DataFreshness', { statistic: 'Maximum' }),
      threshold: LATE.toSeconds(),
      description: 'Events wait longer than they should for their delivery to the lake.',
    });
  }
}

/** Firehose counts what its transformation refused nowhere: the function's log does. */
function malformedRecords(transformation: PlatformFunction, metricName: string): cloudwatch.Metric {
  return transformation.logGroup
    .addMetricFilter('MalformedRecords', {
      filterPattern: logs.FilterPattern.stringValue('$.message', '=', 'Malformed record'),
      metricNamespace: 'OrderPlatform',
      metricName: `${metricName}-${transformation.stack.stackName}`,
      metricValue: '1',
    })
    .metric({ statistic: 'Sum' });
}
