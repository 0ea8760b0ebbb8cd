import { Match } from 'aws-cdk-lib/assertions';
import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import { analyticsOf } from './analytics-stacks.ts';

const { analytics: inProd, others } = analyticsOf(prod);
const { analytics: inDev } = analyticsOf(dev);

const id = (name: string) => Match.stringLikeRegexp(`^${name}[0-9A-F]{8}$`);
const imported = (name: string) => ({ 'Fn::ImportValue': Match.stringLikeRegexp(name) });

test('each stream is encrypted, and has the capacity mode and the retention of the stage', () => {
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

test('shop events have a separate stream, so that they cannot delay order events', () => {
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
      Statement: Match.arrayWith([
        { Effect: 'Allow', Action: 'kinesis:PutRecords', Resource: imported('OrderEvents') },
      ]),
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
    'a row that does not match the table',
    { MetricName: 'FailedConversion.Records', Namespace: 'AWS/Firehose', Statistic: 'Sum', Threshold: 1 },
  ],
  [
    'delivery that is 15 minutes late',
    { MetricName: 'DeliveryToS3.DataFreshness', Namespace: 'AWS/Firehose', Statistic: 'Maximum', Threshold: 900 },
  ],
])('%s raises an alarm that links to the runbook', (_, properties) => {
  inProd.hasResourceProperties('AWS::CloudWatch::Alarm', {
    ...properties,
    AlarmActions: [imported('AlarmTopic')],
    AlarmDescription: Match.stringLikeRegexp('See docs/runbook.md#lake-delivery$'),
  });
});

test('malformed order events are counted in the log of the function that transforms them', () => {
  inProd.hasResourceProperties('AWS::Logs::MetricFilter', {
    LogGroupName: { Ref: id('TransformRecordsLogs') },
    FilterPattern: '{ $.message = "Malformed record" }',
    MetricTransformations: [
      { MetricName: 'MalformedRecords-prod-analytics', MetricNamespace: 'OrderPlatform', MetricValue: '1' },
    ],
  });
});

test('malformed shop events have a separate metric', () => {
  inProd.hasResourceProperties('AWS::Logs::MetricFilter', {
    LogGroupName: { Ref: id('TransformShopEventsLogs') },
    FilterPattern: '{ $.message = "Malformed record" }',
    MetricTransformations: [{ MetricName: 'MalformedShopEvents-prod-analytics', MetricNamespace: 'OrderPlatform' }],
  });
});

test.each(['LakeDelivery', 'ShopEventsDelivery'])(
  '%s has alarms for failed conversions and for late events',
  (name) => {
    for (const MetricName of ['FailedConversion.Records', 'DeliveryToS3.DataFreshness']) {
      inProd.hasResourceProperties('AWS::CloudWatch::Alarm', {
        MetricName,
        Dimensions: [{ Name: 'DeliveryStreamName', Value: { Ref: id(`${name}DeliveryStream`) } }],
      });
    }
  },
);
