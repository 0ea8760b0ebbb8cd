import { Duration } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { logMetric } from '../platform/log-metric.ts';
import type { PlatformFunction } from '../platform/platform-function.ts';
import { RunbookAlarm } from '../platform/runbook-alarm.ts';

/** The errors while the provider does not answer, or refuses the credential. */
const ERRORS = ['PaymentsSuspended', 'PaymentCredentialRefused'];

/** Properties for a `PaymentsAlarm`. */
export interface PaymentsAlarmProps {
  /** The functions of the workflow that call the payment provider. */
  readonly callers: readonly [PlatformFunction, ...PlatformFunction[]];
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
    const pattern = logs.FilterPattern.anyTerm(...ERRORS);
    const countErrors = (source: PlatformFunction) =>
      logMetric(this, source.node.id, { source, pattern, name: 'PaymentsNotPossible' });
    // The functions share one metric.
    const [metric] = [countErrors(callers[0]), ...callers.slice(1).map(countErrors)];
    new RunbookAlarm(this, 'Alarm', {
      metric: metric.with({ period: Duration.minutes(10) }),
      periods: 2,
      description: 'Orders wait for the payment provider, which does not answer, or refuses the credential.',
      runbook: 'payments-not-possible',
      alarmTopic,
    });
  }
}
