import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import { EventBridgeDestination, SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { compensateEndedExecution } from '../../lambda/orders/safety-net/compensate-ended-execution.ts';
import { SWEEP_INTERVAL_MINUTES, sweepOverdueOrders } from '../../lambda/orders/safety-net/sweep-overdue-orders.ts';
import type { PaymentsStack } from '../payments/payments-stack.ts';
import { bind } from '../platform/binding.ts';
import { DeadLetterQueue } from '../platform/dead-letter-queue.ts';
import { PlatformFunction } from '../platform/platform-function.ts';
import { PlatformLogGroup } from '../platform/platform-log-group.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { AttentionAlarm } from './attention-alarm.ts';
import { FailedExecutions } from './failed-executions.ts';
import type { OrderWorkflow } from './order-workflow.ts';
import type { OrdersDataStack } from './orders-data-stack.ts';
import { SweeperAlarms } from './sweeper-alarms.ts';

/** Properties for a `SafetyNet`. */
export interface SafetyNetProps {
  /** The stage the orders belong to. */
  readonly stage: StageConfig;
  /** The orders. */
  readonly data: OrdersDataStack;
  /** The functions that call the payment provider. */
  readonly payments: PaymentsStack;
  /** The workflow whose failed executions are handled. */
  readonly workflow: OrderWorkflow;
  /** The topic of alarms. */
  readonly alarmTopic: sns.ITopic;
}

/** The interval of the sweeper. */
const SWEEP_INTERVAL = Duration.minutes(SWEEP_INTERVAL_MINUTES);

/**
 * Ends every order whose workflow did not end it: after its execution failed, timed out or was aborted, and by a
 * schedule that finds orders that are overdue for any other reason.
 */
export class SafetyNet extends Construct {
  /** The executions that did not succeed. */
  public readonly failedExecutions: DeadLetterQueue;

  constructor(scope: Construct, id: string, { stage, data, payments, workflow, alarmTopic }: SafetyNetProps) {
    super(scope, id);
    const { stateMachine } = workflow;

    const { changeOrders, changeShipments, changeApprovals, findOverdueOrders } = data.bindings;
    const bindings = [payments.callProvider, changeOrders, changeShipments, changeApprovals] as const;
    const compensate = new PlatformFunction(this, 'CompensateEndedExecution', {
      stage,
      entry: bind(compensateEndedExecution, { bindings }),
      description: 'Compensates the order of an execution that did not succeed.',
      ...payments.caller,
    });
    const sweep = new PlatformFunction(this, 'SweepOverdueOrders', {
      stage,
      entry: bind(sweepOverdueOrders, { bindings: [...bindings, findOverdueOrders, workflow.start] }),
      description: 'Finds overdue orders and ends each of them.',
      ...payments.caller,
      timeout: Duration.minutes(5),
    });
    for (const handler of [compensate, sweep]) this.#configureAsync(handler, alarmTopic);
    new AttentionAlarm(this, 'HandedOverBySweeper', { handler: sweep, alarmTopic });
    new AttentionAlarm(this, 'HandedOverByCompensation', { handler: compensate, alarmTopic });
    workflow.grantFollow(sweep);

    new SweeperAlarms(this, 'SweeperAlarms', { sweeper: sweep, alarmTopic });

    const undelivered = new DeadLetterQueue(this, 'UndeliveredEvents', {
      description: 'EventBridge could not deliver an event to the safety net of orders.',
      runbook: 'undelivered-events',
      alarmTopic,
    });
    const { queue } = new FailedExecutions(this, 'FailedExecutions', {
      stateMachine,
      alarmTopic,
      undelivered,
      compensation: new LambdaFunction(compensate, {
        maxEventAge: Duration.hours(6),
        retryAttempts: 10,
        deadLetterQueue: undelivered,
      }),
    });
    this.failedExecutions = queue;
    new events.Rule(this, 'Sweep', {
      description: 'The schedule of the sweeper of overdue orders.',
      schedule: events.Schedule.rate(SWEEP_INTERVAL),
      targets: [new LambdaFunction(sweep, { retryAttempts: 2, deadLetterQueue: undelivered })],
    });
    this.#recordSuccess(stage, [compensate, sweep], undelivered);
  }

  /** Logs the results of the functions. */
  #recordSuccess(stage: StageConfig, handlers: PlatformFunction[], undelivered: sqs.IQueue): void {
    // The only prefix EventBridge writes to. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
    const logGroupName = `/aws/events/${stage.name}-safety-net`;
    const logGroup = new PlatformLogGroup(this, 'Records', { stage, logGroupName });
    new logs.ResourcePolicy(this, 'RecordsPolicy', {
      policyStatements: [
        new iam.PolicyStatement({
          sid: 'AllowEventBridgeToRecord',
          principals: [
            new iam.ServicePrincipal('events.amazonaws.com'),
            new iam.ServicePrincipal('delivery.logs.amazonaws.com'),
          ],
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
      ],
    });
    const recorded = new events.Rule(this, 'Recorded', {
      description: 'The results of the safety net.',
      eventPattern: {
        source: ['lambda'],
        detailType: ['Lambda Function Invocation Result - Success'],
        resources: handlers.map((handler) => `${handler.functionArn}:$LATEST`),
      },
      // Not the CDK's target, which adds a function that writes the policy above.
      targets: [
        {
          bind: () => ({
            arn: Stack.of(this).formatArn({
              service: 'logs',
              resource: 'log-group',
              resourceName: logGroupName,
              arnFormat: ArnFormat.COLON_RESOURCE_NAME,
            }),
            deadLetterConfig: { arn: undelivered.queueArn },
          }),
        },
      ],
    });
    undelivered.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'AllowUndeliveredRecords',
        principals: [new iam.ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [undelivered.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': recorded.ruleArn } },
      }),
    );
  }

  /** Retries for a limited time; sends a permanent failure to a queue with an alarm, and logs a success. */
  #configureAsync(handler: PlatformFunction, alarmTopic: sns.ITopic): void {
    handler.configureAsyncInvoke({
      maxEventAge: Duration.hours(1),
      retryAttempts: 2,
      onSuccess: new EventBridgeDestination(),
      onFailure: new SqsDestination(
        new DeadLetterQueue(this, `${handler.node.id}Failed`, {
          description: `${handler.node.id} failed permanently: an order may be stuck.`,
          runbook: 'safety-net-failures',
          alarmTopic,
        }),
      ),
    });
  }
}
