import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** Properties for a `RunbookAlarm`. */
export interface RunbookAlarmProps {
  /** The metric to watch, with its statistic and period. */
  readonly metric: cloudwatch.IMetric;
  /** The reason why the alarm fires, in a sentence. */
  readonly description: string;
  /** The anchor of the section in docs/runbook.md with the instructions. */
  readonly runbook: string;
  /** The topic that is notified when the alarm fires, and when it returns to OK. */
  readonly alarmTopic: sns.ITopic;
  /**
   * The lowest value of the metric at which the alarm fires.
   *
   * @default 1 - at the first occurrence
   */
  readonly threshold?: number;
  /**
   * Fires below the threshold instead, and if there is no data: for the metric of something that happens regularly.
   *
   * @default false
   */
  readonly firesBelow?: boolean;
  /**
   * The number of successive periods with that value after which the alarm fires.
   *
   * @default 1
   */
  readonly periods?: number;
}

/** An alarm that fires after one period, unless it needs several, and refers to its section of the runbook. */
export class RunbookAlarm extends cloudwatch.Alarm {
  constructor(scope: Construct, id: string, props: RunbookAlarmProps) {
    super(scope, id, {
      metric: props.metric,
      alarmDescription: `${props.description} See docs/runbook.md#${props.runbook}`,
      threshold: props.threshold ?? 1,
      comparisonOperator: props.firesBelow
        ? cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD
        : cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: props.periods ?? 1,
      treatMissingData: props.firesBelow
        ? cloudwatch.TreatMissingData.BREACHING
        : cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(new SnsAction(props.alarmTopic));
    this.addOkAction(new SnsAction(props.alarmTopic));
  }
}
