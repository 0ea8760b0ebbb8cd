import { Match } from 'aws-cdk-lib/assertions';
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
    MaximumRetryAttempts: 10,
    MaximumRecordAgeInSeconds: 21_600,
    DestinationConfig: {
      OnFailure: { Destination: Match.objectLike({ 'Fn::ImportValue': Match.stringLikeRegexp('SetAside') }) },
    },
  });
});

test('an alarm fires if a record is set aside', () => {
  inProd.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'OnFailureDestinationDeliveredEventCount',
    Threshold: 1,
    AlarmDescription: Match.stringLikeRegexp('docs/runbook.md#order-changes-set-aside'),
  });
});
