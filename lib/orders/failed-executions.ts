import * as events from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { DeadLetterQueue } from '../platform/dead-letter-queue.ts';
import { RunbookAlarm } from '../platform/runbook-alarm.ts';

/** Properties for `FailedExecutions`. */
export interface FailedExecutionsProps {
  /** The state machine to watch. */
  readonly stateMachine: sfn.StateMachine;
  /** The topic of alarms. */
  readonly alarmTopic: sns.ITopic;
  /** The queue of events that could not be delivered. */
  readonly undelivered: sqs.IQueue;
  /** The function that compensates the order of an execution. */
  readonly compensation: events.IRuleTarget;
}

/**
 * The executions that did not succeed, including those whose end no Catch handles: a time-out of the state machine, an
 * abort, too much data.
 */
export class FailedExecutions extends Construct {
  /** One message per execution: the status change as EventBridge reports it. */
  public readonly queue: DeadLetterQueue;

  constructor(
    scope: Construct,
    id: string,
    { stateMachine, alarmTopic, undelivered, compensation }: FailedExecutionsProps,
  ) {
    super(scope, id);

    this.queue = new DeadLetterQueue(this, 'Queue', {
      description: 'An execution of the order workflow failed, timed out or was aborted.',
      runbook: 'failed-executions',
      alarmTopic,
    });
    new events.Rule(this, 'Rule', {
      description: 'Executions of the order workflow that failed, timed out or were aborted.',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: [stateMachine.stateMachineArn], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
      },
      targets: [new SqsQueue(this.queue, { deadLetterQueue: undelivered }), compensation],
    });
    // The metric does not depend on EventBridge: the alarm fires even if the event is lost.
    new RunbookAlarm(this, 'Failed', {
      metric: stateMachine.metricFailed(),
      description: 'An execution of the order workflow failed.',
      runbook: 'failed-executions',
      alarmTopic,
    });
  }
}
