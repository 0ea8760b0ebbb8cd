import { Match } from 'aws-cdk-lib/assertions';
import { compensateEndedExecution } from '../../lambda/orders/safety-net/compensate-ended-execution.ts';
import { prod } from '../../lib/stages/prod.ts';
import { InMemoryPayments } from '../payments/in-memory-payments.ts';
import { templatesOf } from '../platform/stage-template.ts';
import { anOrder } from './an-order.ts';
import { InMemoryApprovals } from './approvals/in-memory-approvals.ts';
import { inMemory } from './in-memory-step.ts';
import { InMemoryShipments } from './shipments/in-memory-shipments.ts';
import { InMemoryOrders } from './store/in-memory-orders.ts';

const template = templatesOf(prod)('orders');
const report = () => {};

/** The end of an execution, as EventBridge reports it. https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
const ended = (status: string, error: string | null = null) => ({
  version: '0',
  source: 'aws.states',
  'detail-type': 'Step Functions Execution Status Change',
  detail: {
    ...{ name: `${anOrder().orderId}-purchase`, status, error, cause: null, stateMachineArn: 'the order workflow' },
    input: JSON.stringify({ orderId: anOrder().orderId, kind: 'purchase' }),
    inputDetails: { included: true },
  },
});

/** Returns true if an event matches a pattern of EventBridge that lists values. */
function matches(pattern: Record<string, unknown>, event: Record<string, unknown>): boolean {
  return Object.entries(pattern).every(([field, expected]) =>
    Array.isArray(expected)
      ? expected.includes(event[field])
      : matches(expected as Record<string, unknown>, event[field] as Record<string, unknown>),
  );
}

describe('the rule for executions that did not succeed', () => {
  const [rule] = Object.values(
    template.findResources('AWS::Events::Rule', {
      Properties: { EventPattern: { 'detail-type': ['Step Functions Execution Status Change'] } },
    }),
  );
  const { EventPattern, Targets } = rule?.Properties ?? {};
  const { detail, ...pattern } = EventPattern;
  const { stateMachineArn, ...ofDetail } = detail;

  test.each(['FAILED', 'TIMED_OUT', 'ABORTED'])('matches %s', (status) => {
    expect(matches({ ...pattern, detail: ofDetail }, ended(status))).toBe(true);
  });

  test.each(['RUNNING', 'SUCCEEDED', 'PENDING_REDRIVE'])('does not match %s', (status) => {
    expect(matches({ ...pattern, detail: ofDetail }, ended(status))).toBe(false);
  });

  test('matches executions of the order workflow only', () => {
    expect(stateMachineArn).toEqual([{ Ref: expect.stringContaining('StateMachine') }]);
  });

  test('has two targets: the queue with the alarm, and the compensation with limited retries', () => {
    const functions = Targets.map((target: { Arn: { 'Fn::GetAtt': string[] } }) => target.Arn['Fn::GetAtt'][0]);
    expect(functions).toEqual([
      expect.stringContaining('FailedExecutionsQueue'),
      expect.stringContaining('CompensateEndedExecution'),
    ]);
    expect(Targets[1].RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 21_600, MaximumRetryAttempts: 10 });
  });
});

test.each(['CompensateEndedExecution', 'SweepOverdueOrders'])(
  '%s is tried again for a bounded time; its failure waits for a person, its success is recorded',
  (name) => {
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: Match.stringLikeRegexp(name) },
      MaximumEventAgeInSeconds: 3_600,
      MaximumRetryAttempts: 2,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp(`${name}Failed`), 'Arn'] } },
        OnSuccess: { Destination: Match.stringLikeRegexp('event-bus/default') },
      },
    });
  },
);

test('the results are in a log group that EventBridge writes to: it has to be below /aws/events/', () => {
  template.hasResourceProperties('AWS::Logs::LogGroup', { LogGroupName: '/aws/events/prod-safety-net' });
});

test('the sweeper runs every five minutes', () => {
  template.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(5 minutes)' });
});

describe('the alarms of the sweeper', () => {
  const alarmOf = (runbook: string, metric: RegExp) =>
    Object.values(template.findResources('AWS::CloudWatch::Alarm'))
      .map(({ Properties }) => Properties)
      .find(({ AlarmDescription, MetricName }) => AlarmDescription.endsWith(runbook) && metric.test(MetricName));
  const filterOf = (metric: string) =>
    Object.values(template.findResources('AWS::Logs::MetricFilter'))
      .map(({ Properties }) => Properties)
      .find(({ MetricTransformations: [transformation] }) => transformation.MetricName === metric);

  test('one fires if it was not invoked for 15 minutes', () => {
    expect(alarmOf('#sweeper-does-not-run', /Invocations/)).toMatchObject({
      Namespace: 'AWS/Lambda',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: expect.stringContaining('SweepOverdueOrders') } }],
      Period: 900,
      Statistic: 'Sum',
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  test('one fires if an order fails repeatedly', () => {
    const { MetricName } = alarmOf('#overdue-orders-that-keep-failing', /FailedAgain/) ?? {};
    expect(filterOf(MetricName)).toMatchObject({
      FilterPattern: '{ $.swept = "FAILED_AGAIN" }',
      LogGroupName: { Ref: expect.stringContaining('SweepOverdueOrdersLogs') },
    });
  });

  test('one fires while orders have needed attention for six hours, by their number in the log', () => {
    const alarm = alarmOf('#orders-that-need-attention', /NeedingAttention/);
    expect(alarm).toMatchObject({ Period: 21_600, Statistic: 'Minimum', TreatMissingData: 'notBreaching' });
    expect(filterOf(alarm?.MetricName)).toMatchObject({
      FilterPattern: '{ $.needingAttention >= 0 }',
      MetricTransformations: [{ MetricValue: '$.needingAttention' }],
    });
  });
});

test.each([
  ['FAILED', 'SomeError', 'SomeError'],
  ['TIMED_OUT', null, 'TIMED_OUT'],
  ['ABORTED', '', 'ABORTED'],
])('the order of a %s execution is compensated, and the reason recorded', async (status, error, reason) => {
  const store = new InMemoryOrders();
  const order = anOrder();
  await store.accept(order, { idempotencyKey: 'key', payloadHash: 'hash', orderId: order.orderId });
  const ports = {
    store,
    payments: new InMemoryPayments(),
    shipments: new InMemoryShipments(),
    approvals: new InMemoryApprovals(),
    report,
  };
  await inMemory(compensateEndedExecution, ports)(ended(status, error));
  expect(await store.find(order.orderId)).toMatchObject({ status: 'FAILED', reason });
});

test('the approval of a compensated order ends', async () => {
  const order = anOrder({ status: 'AWAITING_APPROVAL' });
  const [store, approvals] = [new InMemoryOrders(), new InMemoryApprovals()];
  await store.accept(order, { idempotencyKey: 'key', payloadHash: 'hash', orderId: order.orderId });
  const { orderId } = order;
  await approvals.open({
    ...{ orderId, token: 'token', attempt: 0 },
    requestedAt: order.placedAt,
    expiresAt: '2026-01-02T00:00:00.000Z',
  });
  const ports = { store, approvals, payments: new InMemoryPayments(), shipments: new InMemoryShipments(), report };
  await inMemory(compensateEndedExecution, ports)(ended('ABORTED'));
  expect(await approvals.pending(order.placedAt, 10)).toEqual({ items: [] });
});

test.each(['HandedOverByWorkflow', 'HandedOverBySweeper', 'HandedOverByCompensation'])(
  'each order that is handed over raises an alarm: %s',
  (name) => {
    const filters = Object.values(template.findResources('AWS::Logs::MetricFilter'));
    const alarms = Object.entries(template.findResources('AWS::CloudWatch::Alarm'));
    const [, alarm] = alarms.find(([id]) => id.includes(name)) ?? [];
    const { MetricName, Namespace, AlarmDescription } = alarm?.Properties ?? {};
    expect(AlarmDescription).toContain('docs/runbook.md#orders-that-need-attention');
    const filter = filters.find(({ Properties }) => Properties.MetricTransformations[0].MetricName === MetricName);
    expect(filter?.Properties).toMatchObject({
      FilterPattern: '{ $.message = "An order needs attention" }',
      MetricTransformations: [{ MetricNamespace: Namespace }],
    });
  },
);
