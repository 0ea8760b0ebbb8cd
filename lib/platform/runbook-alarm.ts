import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** Properties for a `RunbookAlarm`. */
export interface RunbookAlarmProps {
  /** What to watch, already over its period. */
  readonly metric: cloudwatch.IMetric;
  /** What has happened when the alarm goes off, in a sentence. */
  readonly description: string;
  /** The heading of docs/runbook.md that says what to do, as its anchor. */
  readonly runbook: string;
  /** Who is told. */
  readonly alarmTopic: sns.ITopic;
  /**
   * The value from which on the alarm goes off.
   *
   * @default 1 - at the first occurrence
   */
  readonly threshold?: number;
}

/** An alarm that goes off within one period and says where its instructions are. */
export class RunbookAlarm extends cloudwatch.Alarm {
  constructor(scope: Construct, id: string, props: RunbookAlarmProps) {
    super(scope, id, {
      metric: props.metric,
      alarmDescription: `${props.description} See docs/runbook.md#${props.runbook}`,
      threshold: props.threshold ?? 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(new SnsAction(props.alarmTopic));
    this.addOkAction(new SnsAction(props.alarmTopic));
  }
}
