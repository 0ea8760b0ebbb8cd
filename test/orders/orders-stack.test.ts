import { type App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { OrdersDataStack } from '../../lib/orders/orders-data-stack.ts';
import { OrdersStack } from '../../lib/orders/orders-stack.ts';
import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { testApp } from '../platform/test-app.ts';

function synthesized(stage: StageConfig) {
  const app: App = testApp();
  const alarms = new Stack(app, 'alarms', { env: { account: stage.account, region: stage.region } });
  const alarmTopic = new sns.Topic(alarms, 'AlarmTopic');
  const data = new OrdersDataStack(app, 'orders-data', { stage });
  const orders = new OrdersStack(app, 'orders', { stage, data, alarmTopic });
  return { data: Template.fromStack(data), orders: Template.fromStack(orders) };
}

const inProd = synthesized(prod);
const inDev = synthesized(dev);

interface State {
  Type: string;
  Next?: string;
  Default?: string;
  TimeoutSeconds?: number;
  Choices?: { StringEquals: string; Next: string }[];
  Retry?: { ErrorEquals: string[]; JitterStrategy: string; MaxDelaySeconds: number }[];
  Catch?: { ErrorEquals: string[]; Next: string }[];
}

/** The states of the machine as they are deployed, with what is only known then replaced. */
function statesOf(template: Template): Record<string, State> {
  const [machine] = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));
  const parts: unknown[] = machine?.Properties.DefinitionString['Fn::Join'][1];
  return JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'deployed')).join('')).States;
}

describe('the order workflow', () => {
  const states = statesOf(inProd.orders);

  test('chooses the purchase or the refund handler, and records the result of either', () => {
    const choice = states.PurchaseOrRefund;
    expect(choice?.Choices?.map(({ StringEquals, Next }) => [StringEquals, Next])).toEqual([
      ['purchase', 'Purchase'],
      ['refund', 'Refund'],
    ]);
    expect([states.Purchase?.Next, states.Refund?.Next]).toEqual(['RecordResult', 'RecordResult']);
    expect(states[states.RecordResult?.Next ?? '']?.Type).toBe('Succeed');
  });

  test('fails, where the alarm sees it, for a kind of order it does not know', () => {
    expect(states[states.PurchaseOrRefund?.Default ?? '']?.Type).toBe('Fail');
  });

  test.each(['Purchase', 'Refund', 'RecordResult'])('records any failure of %s and then fails', (name) => {
    expect(states[name]?.Catch).toEqual([
      expect.objectContaining({ ErrorEquals: ['States.ALL'], Next: 'RecordFailure' }),
    ]);
    expect(states[states.RecordFailure?.Next ?? '']?.Type).toBe('Fail');
  });

  test('gives every task a time-out, and retries what is transient with jitter up to a cap', () => {
    const tasks = Object.values(states).filter((state) => state.Type === 'Task');
    for (const task of tasks) {
      expect(task.TimeoutSeconds).toBe(30);
      expect(task.Retry).toEqual([expect.objectContaining({ JitterStrategy: 'FULL', MaxDelaySeconds: 20 })]);
      expect(task.Retry?.[0]?.ErrorEquals).toEqual(expect.arrayContaining(['OrderConflict', 'States.Timeout']));
    }
  });

  test.each([
    ['prod', inProd, false],
    ['dev', inDev, true],
  ] as const)('logs all events and traces; in %s with execution data: %#', (_, { orders }, includeExecutionData) => {
    orders.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: includeExecutionData },
      TracingConfiguration: { Enabled: true },
    });
  });
});

describe('the orders table', () => {
  test('shows each change of an order before and after on its stream', () => {
    inProd.data.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: [{ AttributeName: 'orderId', KeyType: 'HASH' }],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
  });

  test('starts the workflow for orders that were placed or asked back, and for no other change', () => {
    const filter = { dynamodb: { NewImage: { status: { S: ['PLACED', 'REFUND_REQUESTED'] } } } };
    inProd.orders.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FilterCriteria: { Filters: [{ Pattern: JSON.stringify(filter) }] },
    });
  });

  test('has its reader report the records that failed, and sets them aside after bounded retries', () => {
    inProd.orders.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      MaximumRecordAgeInSeconds: 21_600,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });

  test('forgets idempotency keys when they expire', () => {
    inProd.data.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: [{ AttributeName: 'idempotencyKey', KeyType: 'HASH' }],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  test('is kept, protected and backed up in prod, and gone with its stack in dev', () => {
    inProd.data.allResourcesProperties('AWS::DynamoDB::Table', {
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
    inProd.data.allResources('AWS::DynamoDB::Table', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    inDev.data.allResources('AWS::DynamoDB::Table', { DeletionPolicy: 'Delete' });
  });
});

describe('executions that did not succeed', () => {
  test('reach a queue, whichever way they ended', () => {
    inProd.orders.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.states'],
        'detail-type': ['Step Functions Execution Status Change'],
        detail: {
          stateMachineArn: [{ Ref: Match.stringLikeRegexp('StateMachine') }],
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
        },
      },
      Targets: [{ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('FailedExecutionsQueue'), 'Arn'] } }],
    });
  });

  test('raise an alarm with the first of them, also when EventBridge loses it', () => {
    inProd.orders.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/States',
      MetricName: 'ExecutionsFailed',
      Threshold: 1,
      AlarmDescription: Match.stringLikeRegexp('docs/runbook.md#failed-executions'),
    });
  });
});

describe('permissions', () => {
  const actionsOf = (template: Template, functionName: string): string[] => {
    const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
    const [, policy] = policies.find(([id]) => id.includes(functionName)) ?? [];
    const statements: { Action: string | string[] }[] = policy?.Properties.PolicyDocument.Statement;
    return statements.flatMap((statement) => statement.Action).filter((action) => action.startsWith('dynamodb:'));
  };

  test('let the refund handler read orders and change nothing', () => {
    expect(actionsOf(inProd.orders, 'OrderWorkflowRefundFunction')).toEqual(['dynamodb:GetItem']);
  });

  test('let the purchase handler change orders and stock, and delete nothing', () => {
    expect(actionsOf(inProd.orders, 'OrderWorkflowPurchaseFunction').sort()).toEqual([
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ]);
  });
});
