import { Duration } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { RunbookAlarm } from './runbook-alarm.ts';

/** How long a message is kept: the longest there is. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
export const DEAD_LETTER_DAYS = 14;

/** Properties for a `DeadLetterQueue`. */
export interface DeadLetterQueueProps {
  /** What a message in this queue means, in a sentence. */
  readonly description: string;
  /** The heading of docs/runbook.md that says what to do, as its anchor. */
  readonly runbook: string;
  /** Who is told as soon as a message arrives. */
  readonly alarmTopic: sns.ITopic;
  /**
   * Whether the queue keeps the order of its messages; a FIFO queue's dead-letter queue must.
   *
   * @default false
   */
  readonly fifo?: boolean;
}

/** A queue for what could not be processed, with an alarm on the first message. */
export class DeadLetterQueue extends sqs.Queue {
  constructor(scope: Construct, id: string, props: DeadLetterQueueProps) {
    super(scope, id, {
      ...(props.fifo && { fifo: true }),
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(DEAD_LETTER_DAYS),
    });
    new RunbookAlarm(this, 'NotEmpty', {
      metric: this.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
      description: props.description,
      runbook: props.runbook,
      alarmTopic: props.alarmTopic,
    });
  }
}
