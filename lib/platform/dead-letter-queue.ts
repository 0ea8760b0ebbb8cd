import { Duration } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { RunbookAlarm } from './runbook-alarm.ts';

/** Retention of messages in days, the maximum that SQS offers. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
export const DEAD_LETTER_DAYS = 14;

/** Properties for a `DeadLetterQueue`. */
export interface DeadLetterQueueProps {
  /** The meaning of a message in this queue, in a sentence: the alarm's description. */
  readonly description: string;
  /** The anchor of the section in docs/runbook.md with the instructions. */
  readonly runbook: string;
  /** The topic that is notified as soon as a message arrives. */
  readonly alarmTopic: sns.ITopic;
  /**
   * Creates a FIFO queue, as the dead-letter queue of a FIFO queue must be.
   *
   * @default false
   */
  readonly fifo?: boolean;
}

/** A queue for messages that could not be processed, with an alarm on the first one. */
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
