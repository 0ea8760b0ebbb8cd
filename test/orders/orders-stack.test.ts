import { Match } from 'aws-cdk-lib/assertions';
import { SET_ASIDE_MESSAGE } from '../../lambda/platform/poison-error.ts';
import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import { templatesOf } from '../platform/stage-template.ts';

const inProd = templatesOf(prod)('orders');
const inDev = templatesOf(dev)('orders');

test.each([
  ['prod', 'without', inProd, false],
  ['dev', 'with', inDev, true],
] as const)(
  'the workflow of %s is traced, and logs all events %s execution data',
  (_stage, _with, template, withData) => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: withData },
      TracingConfiguration: { Enabled: true },
    });
  },
);

test('it is started for orders that were placed or cancelled, or whose refund was requested, and for no other change', () => {
  const filter = {
    eventName: ['INSERT', 'MODIFY'],
    dynamodb: { NewImage: { status: { S: ['PLACED', 'REFUND_REQUESTED', 'CANCELLING'] } } },
  };
  inProd.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    FilterCriteria: { Filters: [{ Pattern: JSON.stringify(filter) }] },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    BisectBatchOnFunctionError: true,
    // Without a limit: an outage is waited for until the record is 23 hours old, and the stream keeps it for 24.
    MaximumRetryAttempts: -1,
    MaximumRecordAgeInSeconds: 82_800,
    StartingPosition: 'TRIM_HORIZON',
    ParallelizationFactor: 10,
    DestinationConfig: {
      OnFailure: { Destination: Match.objectLike({ 'Fn::ImportValue': Match.stringLikeRegexp('SetAside') }) },
    },
  });
});

test.each([
  ['Lambda sets a record aside', 'OnFailureDestinationDeliveredEventCount', 1, 'order-changes-set-aside'],
  ['the function sets a record aside', Match.stringLikeRegexp('^ChangesSetAside-.+'), 1, 'order-changes-set-aside'],
  ['records are processed 15 minutes late', 'IteratorAge', 900_000, 'late-order-changes'],
])('an alarm fires if %s', (_, MetricName, Threshold, section) => {
  inProd.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName,
    Threshold,
    AlarmDescription: Match.stringLikeRegexp(`docs/runbook.md#${section}`),
  });
});

test('the lines that the alarm counts are those of records that are set aside', () => {
  inProd.hasResourceProperties('AWS::Logs::MetricFilter', {
    FilterPattern: `{ $.message = "${SET_ASIDE_MESSAGE}" }`,
    MetricTransformations: [Match.objectLike({ MetricName: Match.stringLikeRegexp('^ChangesSetAside-') })],
  });
});

test('the reader may write to the bucket of records that are set aside, and not read or delete them', () => {
  const policies = Object.values(inProd.findResources('AWS::IAM::Policy')).map(({ Properties }) => Properties);
  const reader = policies.find(({ Roles }) => Roles[0].Ref.startsWith('StartOrderWorkflowRole'));
  const actions = reader?.PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action);
  expect(actions.filter((action: string) => action.startsWith('s3:'))).toEqual(['s3:PutObject', 's3:ListBucket']);
});
