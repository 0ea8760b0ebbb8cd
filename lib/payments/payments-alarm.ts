import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { PlatformFunction } from '../platform/platform-function.ts';
import { RunbookAlarm } from '../platform/runbook-alarm.ts';

/** The errors while the provider does not answer, or refuses the credential. */
const ERRORS = ['PaymentsSuspended', 'PaymentCredentialRefused'];

/** Properties for a `PaymentsAlarm`. */
export interface PaymentsAlarmProps {
  /** The functions of the workflow that call the payment provider. */
  readonly callers: readonly PlatformFunction[];
  /** The topic of alarms. */
  readonly alarmTopic: sns.ITopic;
}

/**
 * An alarm that fires if orders wait for the payment provider for 10 to 20 minutes.
 *
 * An order that waits is tried again within ten minutes, so that every period has an error until the provider answers.
 * Right after the rotation of the credential, errors are expected for a short time.
 */
export class PaymentsAlarm extends Construct {
  constructor(scope: Construct, id: string, { callers, alarmTopic }: PaymentsAlarmProps) {
    super(scope, id);
    const metric = {
      metricNamespace: 'OrderPlatform',
      metricName: `PaymentsNotPossible-${callers[0]?.stack.stackName}`,
    };
    for (const { logGroup, node } of callers) {
      new logs.MetricFilter(this, node.id, {
        logGroup,
        filterPattern: logs.FilterPattern.anyTerm(...ERRORS),
        ...metric,
        metricValue: '1',
      });
    }
    new RunbookAlarm(this, 'Alarm', {
      metric: new Metric({
        namespace: metric.metricNamespace,
        metricName: metric.metricName,
        statistic: 'Sum',
        period: Duration.minutes(10),
      }),
      periods: 2,
      description: 'Orders wait for the payment provider, which does not answer, or refuses the credential.',
      runbook: 'payments-not-possible',
      alarmTopic,
    });
  }
}
