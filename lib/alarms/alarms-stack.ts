import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { CapabilityStack } from '../platform/capability-stack.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for an `AlarmsStack`. */
export interface AlarmsStackProps {
  /** The stage to monitor. */
  readonly stage: StageConfig;
}

/** The topic that the alarms of a stage notify. */
export class AlarmsStack extends CapabilityStack {
  /** The topic. It is notified when an alarm fires, and when it returns to OK. */
  public readonly alarmTopic: sns.Topic;

  constructor(scope: Construct, id: string, props: AlarmsStackProps) {
    super(scope, id, { stage: props.stage, description: 'Notification topic of the alarms of the order platform.' });

    this.alarmTopic = new sns.Topic(this, 'AlarmTopic', { enforceSSL: true });
    this.alarmTopic.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'AllowAlarmsOfThisAccount',
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.alarmTopic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    if (props.stage.alarmEmail) this.alarmTopic.addSubscription(new EmailSubscription(props.stage.alarmEmail));
  }
}
