import { Duration } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { SWEEP_INTERVAL_MINUTES, type Sweep, type Swept } from '../../lambda/orders/safety-net/sweep-overdue-orders.ts';
import { logMetric } from '../platform/log-metric.ts';
import type { PlatformFunction } from '../platform/platform-function.ts';
import { RunbookAlarm } from '../platform/runbook-alarm.ts';

/** Properties for `SweeperAlarms`. */
export interface SweeperAlarmsProps {
  /** The function that sweeps overdue orders. */
  readonly sweeper: PlatformFunction;
  /** The topic of alarms. */
  readonly alarmTopic: sns.ITopic;
}

/** Alarms for a sweeper that does not run, that fails repeatedly, and for orders that wait for a person. */
export class SweeperAlarms extends Construct {
  constructor(scope: Construct, id: string, { sweeper, alarmTopic }: SweeperAlarmsProps) {
    super(scope, id);

    new RunbookAlarm(this, 'NotRunning', {
      metric: sweeper.metricInvocations({ statistic: 'Sum', period: Duration.minutes(3 * SWEEP_INTERVAL_MINUTES) }),
      firesBelow: true,
      description: 'The sweeper of overdue orders has not run for 15 minutes.',
      runbook: 'sweeper-does-not-run',
      alarmTopic,
    });
    const swept: Swept = 'FAILED_AGAIN';
    new RunbookAlarm(this, 'OrdersFailedAgain', {
      metric: logMetric(sweeper.logGroup, 'FailedAgain', {
        source: sweeper,
        pattern: logs.FilterPattern.stringValue('$.swept', '=', swept),
        name: 'OverdueOrdersFailedAgain',
      }),
      description: 'The sweeper failed to bring an overdue order to its end, and fails again with the same order.',
      runbook: 'overdue-orders-that-keep-failing',
      alarmTopic,
    });
    const count: keyof Sweep = 'needingAttention';
    const waiting = logMetric(sweeper.logGroup, 'NeedingAttention', {
      source: sweeper,
      pattern: logs.FilterPattern.numberValue(`$.${count}`, '>=', 0),
      name: 'OrdersNeedingAttention',
      value: `$.${count}`,
    });
    new RunbookAlarm(this, 'OrdersWaiting', {
      metric: waiting.with({ statistic: 'Minimum', period: Duration.hours(6) }),
      description: 'Orders have needed attention for six hours; the metric is their number.',
      runbook: 'orders-that-need-attention',
      alarmTopic,
    });
  }
}
