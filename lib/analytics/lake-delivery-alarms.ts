import { Duration } from 'aws-cdk-lib';
import type * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { logMetric } from '../platform/log-metric.ts';
import type { PlatformFunction } from '../platform/platform-function.ts';
import { RunbookAlarm } from '../platform/runbook-alarm.ts';

/** Properties for `LakeDeliveryAlarms`. */
export interface LakeDeliveryAlarmsProps {
  /** The kind of event, in the singular: `order event`. */
  readonly event: string;
  /** The delivery stream to monitor. */
  readonly deliveryStream: firehose.IDeliveryStream;
  /** The function that transforms records. It logs `Malformed record` for each record that is not an event. */
  readonly transformation: PlatformFunction;
  /** The name of the metric of malformed records. The stack's name is appended. */
  readonly malformedMetric: string;
  /** The topic that the alarms notify. */
  readonly alarmTopic: sns.ITopic;
}

/** The maximum time that Firehose buffers a record. Older records indicate a failure. */
const LATE = Duration.minutes(15);

/** Alarms for events that do not reach the data lake, or end up under its error prefix. */
export class LakeDeliveryAlarms extends Construct {
  constructor(scope: Construct, id: string, props: LakeDeliveryAlarmsProps) {
    super(scope, id);
    const { event, deliveryStream, transformation, malformedMetric, alarmTopic } = props;
    const shared = { runbook: 'lake-delivery', alarmTopic };

    new RunbookAlarm(this, 'Malformed', {
      ...shared,
      // Firehose has no metric of them.
      metric: logMetric(transformation.logGroup, 'MalformedRecords', {
        source: transformation,
        pattern: logs.FilterPattern.stringValue('$.message', '=', 'Malformed record'),
        name: malformedMetric,
      }),
      description: `A record on the stream is not a valid ${event}. It is under the error prefix of the data lake.`,
    });
    new RunbookAlarm(this, 'NotConverted', {
      ...shared,
      metric: deliveryStream.metric('FailedConversion.Records', { statistic: 'Sum' }),
      description: 'A row does not match the schema of the table. It is under the error prefix of the data lake.',
    });
    // https://docs.aws.amazon.com/firehose/latest/dev/firehose-cloudwatch-metrics-best-practices.html
    new RunbookAlarm(this, 'Late', {
      ...shared,
      metric: deliveryStream.metric('DeliveryToS3.DataFreshness', { statistic: 'Maximum' }),
      threshold: LATE.toSeconds(),
      description: 'The delivery of events to the data lake is delayed.',
    });
  }
}
