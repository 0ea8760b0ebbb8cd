import { Match } from 'aws-cdk-lib/assertions';
import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import { analyticsOf } from './analytics-stacks.ts';

const { analytics: inProd, others } = analyticsOf(prod);
const { analytics: inDev } = analyticsOf(dev);

const id = (name: string) => Match.stringLikeRegexp(`^${name}[0-9A-F]{8}$`);
const imported = (name: string) => ({ 'Fn::ImportValue': Match.stringLikeRegexp(name) });

test('each stream scales as its stage says, encrypted, and keeps events for a replay', () => {
  inProd.allResourcesProperties('AWS::Kinesis::Stream', {
    StreamModeDetails: { StreamMode: 'ON_DEMAND' },
    ShardCount: Match.absent(),
    RetentionPeriodHours: 168,
    StreamEncryption: { EncryptionType: 'KMS', KeyId: 'alias/aws/kinesis' },
  });
  inDev.allResourcesProperties('AWS::Kinesis::Stream', {
    StreamModeDetails: { StreamMode: 'PROVISIONED' },
    ShardCount: 1,
    RetentionPeriodHours: 24,
  });
});

test('what happens in web shops has a stream of its own: a flood of it delays no order event', () => {
  const streams = Object.keys(inProd.findResources('AWS::Kinesis::Stream'));
  expect(streams).toEqual([expect.stringMatching(/^OrderEvents/), expect.stringMatching(/^ShopEvents/)]);
  inProd.hasOutput('ShopEventsStream', { Value: { Ref: id('ShopEvents') } });
});

test('streams are retained if the stage retains data; dev retains nothing', () => {
  inProd.allResources('AWS::Kinesis::Stream', { DeletionPolicy: 'Retain' });
  const kept = Object.values(inDev.toJSON().Resources as Record<string, { Type: string; DeletionPolicy?: string }>);
  expect(kept.filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain').map(({ Type }) => Type)).toEqual([]);
});

test('a publisher may put records on the stream and has its name', () => {
  others.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([{ Effect: 'Allow', Action: 'kinesis:PutRecord', Resource: imported('OrderEvents') }]),
    },
  });
  others.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { ORDER_STREAM_NAME: imported('OrderEvents') } },
  });
});

test.each([
  [
    'a malformed record',
    { MetricName: 'MalformedRecords-prod-analytics', Namespace: 'OrderPlatform', Statistic: 'Sum', Threshold: 1 },
  ],
  [
    'a malformed shop event',
    { MetricName: 'MalformedShopEvents-prod-analytics', Namespace: 'OrderPlatform', Statistic: 'Sum', Threshold: 1 },
  ],
  [
    'a row that does not fit the table',
    { MetricName: 'FailedConversion.Records', Namespace: 'AWS/Firehose', Statistic: 'Sum', Threshold: 1 },
  ],
  [
    'events that wait for a quarter of an hour',
    { MetricName: 'DeliveryToS3.DataFreshness', Namespace: 'AWS/Firehose', Statistic: 'Maximum', Threshold: 900 },
  ],
])('%s sets off an alarm that says what to do', (_, properties) => {
  inProd.hasResourceProperties('AWS::CloudWatch::Alarm', {
    ...properties,
    AlarmActions: [imported('AlarmTopic')],
    AlarmDescription: Match.stringLikeRegexp('See docs/runbook.md#lake-delivery$'),
  });
});

test('malformed records are counted in the log of the function that finds them', () => {
  inProd.hasResourceProperties('AWS::Logs::MetricFilter', {
    LogGroupName: { Ref: id('TransformRecordsLogs') },
    FilterPattern: '{ $.message = "Malformed record" }',
    MetricTransformations: [
      { MetricName: 'MalformedRecords-prod-analytics', MetricNamespace: 'OrderPlatform', MetricValue: '1' },
    ],
  });
});

test('malformed shop events are counted apart from malformed order events', () => {
  inProd.hasResourceProperties('AWS::Logs::MetricFilter', {
    LogGroupName: { Ref: id('TransformShopEventsLogs') },
    FilterPattern: '{ $.message = "Malformed record" }',
    MetricTransformations: [{ MetricName: 'MalformedShopEvents-prod-analytics', MetricNamespace: 'OrderPlatform' }],
  });
});

test.each(['LakeDelivery', 'ShopEventsDelivery'])(
  '%s is watched for rows that do not fit and for events that are late',
  (name) => {
    for (const MetricName of ['FailedConversion.Records', 'DeliveryToS3.DataFreshness']) {
      inProd.hasResourceProperties('AWS::CloudWatch::Alarm', {
        MetricName,
        Dimensions: [{ Name: 'DeliveryStreamName', Value: { Ref: id(`${name}DeliveryStream`) } }],
      });
    }
  },
);
