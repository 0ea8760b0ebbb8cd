import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ATTENTION_MESSAGE } from '../../lambda/orders/safety-net/need-attention.ts';
import { logMetric } from '../platform/log-metric.ts';
import type { PlatformFunction } from '../platform/platform-function.ts';
import { RunbookAlarm } from '../platform/runbook-alarm.ts';

/** Properties for an `AttentionAlarm`. */
export interface AttentionAlarmProps {
  /** A function that can hand an order over to a person, and logs it. */
  readonly handler: PlatformFunction;
  /** The topic of alarms. */
  readonly alarmTopic: sns.ITopic;
}

/** An alarm for each order that a function hands over to a person. */
export class AttentionAlarm extends Construct {
  constructor(scope: Construct, id: string, { handler, alarmTopic }: AttentionAlarmProps) {
    super(scope, id);
    const handedOver = logMetric(handler.logGroup, 'OrdersHandedOver', {
      source: handler,
      pattern: logs.FilterPattern.stringValue('$.message', '=', ATTENTION_MESSAGE),
      name: 'OrdersHandedOver',
      perFunction: true,
    });
    new RunbookAlarm(this, 'HandedOver', {
      metric: handedOver,
      description: 'An order needs an operator: it could not be compensated, or the payment provider contradicts it.',
      runbook: 'orders-that-need-attention',
      alarmTopic,
    });
  }
}
