import { Match } from 'aws-cdk-lib/assertions';
import { prod } from '../../lib/stages/prod.ts';
import { analyticsOf } from './analytics-stacks.ts';

const { analytics } = analyticsOf(prod);

const id = (name: string) => Match.stringLikeRegexp(`^${name}[0-9A-F]{8}$`);
const arn = (name: string) => ({ 'Fn::GetAtt': [id(name), 'Arn'] });
const imported = (name: string) => ({ 'Fn::ImportValue': Match.stringLikeRegexp(name) });
const joined = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });
const allowed = (Sid: string, Resource: unknown, Action: string | string[]) => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
});

const LAKE = imported('Lake[0-9A-F]+Arn');
const GLUE = 'arn:aws:glue:eu-central-1:111122223333:';
const SCHEMA = [
  `${GLUE}catalog`,
  joined(`${GLUE}database/`, imported('OrderEventsDatabase')),
  joined(`${GLUE}table/`, imported('OrderEventsDatabase'), '/', imported('OrderEventsTable')),
];

test('order events are delivered under the prefix of their day, and failures under another prefix', () => {
  analytics.hasResourceProperties('AWS::KinesisFirehose::DeliveryStream', {
    DeliveryStreamType: 'KinesisStreamAsSource',
    KinesisStreamSourceConfiguration: { KinesisStreamARN: arn('OrderEvents') },
    ExtendedS3DestinationConfiguration: {
      BucketARN: LAKE,
      DynamicPartitioningConfiguration: { Enabled: true },
      Prefix:
        'order_events/year=!{partitionKeyFromLambda:year}/month=!{partitionKeyFromLambda:month}/day=!{partitionKeyFromLambda:day}/',
      ErrorOutputPrefix: 'errors/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/',
      BufferingHints: { IntervalInSeconds: 60, SizeInMBs: 64 },
    },
  });
});

test('shop events are delivered to their own table, and their failures to their own prefix', () => {
  analytics.hasResourceProperties('AWS::KinesisFirehose::DeliveryStream', {
    KinesisStreamSourceConfiguration: { KinesisStreamARN: arn('ShopEvents') },
    ExtendedS3DestinationConfiguration: {
      BucketARN: LAKE,
      Prefix:
        'shop_events/year=!{partitionKeyFromLambda:year}/month=!{partitionKeyFromLambda:month}/day=!{partitionKeyFromLambda:day}/',
      ErrorOutputPrefix: 'errors/shop_events/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/',
      DataFormatConversionConfiguration: {
        Enabled: true,
        SchemaConfiguration: { TableName: imported('ShopEventsTable'), DatabaseName: imported('OrderEventsDatabase') },
      },
      ProcessingConfiguration: {
        Processors: [
          {
            Type: 'Lambda',
            Parameters: Match.arrayWith([{ ParameterName: 'LambdaArn', ParameterValue: arn('TransformShopEvents') }]),
          },
        ],
      },
    },
  });
});

test('the delivery of shop events may neither read order events nor write to their prefix', () => {
  const policies = analytics.findResources('AWS::IAM::Policy', {
    Properties: { Roles: [{ Ref: id('ShopEventsDeliveryRole') }] },
  });
  const statements = Object.values(policies).flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  const resourcesOf = (sid: string) => statements.find(({ Sid }) => Sid === sid)?.Resource;
  expect(resourcesOf('ReadStream')).toEqual({
    'Fn::GetAtt': [expect.stringMatching(/^ShopEvents[0-9A-F]{8}$/), 'Arn'],
  });
  const read = JSON.stringify(resourcesOf('ReadSchema'));
  expect(read).toContain('ShopEventsTable');
  expect(read).not.toContain('OrderEventsTable');
  const written = JSON.stringify(resourcesOf('WriteLake'));
  expect(written).toContain('/errors/shop_events/*');
  expect(written).toContain('/shop_events/*');
  expect(written).not.toContain('order_events');
});

test('order events are converted to Parquet by the schema of their table', () => {
  analytics.hasResourceProperties('AWS::KinesisFirehose::DeliveryStream', {
    ExtendedS3DestinationConfiguration: {
      DataFormatConversionConfiguration: {
        Enabled: true,
        InputFormatConfiguration: { Deserializer: { OpenXJsonSerDe: {} } },
        OutputFormatConfiguration: { Serializer: { ParquetSerDe: {} } },
        SchemaConfiguration: { TableName: imported('OrderEventsTable'), DatabaseName: imported('OrderEventsDatabase') },
      },
    },
  });
});

test('the buffer of the transformation is small enough for the response limit of Lambda', () => {
  analytics.hasResourceProperties('AWS::KinesisFirehose::DeliveryStream', {
    ExtendedS3DestinationConfiguration: {
      ProcessingConfiguration: {
        Enabled: true,
        Processors: [
          {
            Type: 'Lambda',
            Parameters: Match.arrayWith([
              { ParameterName: 'LambdaArn', ParameterValue: arn('TransformRecords') },
              { ParameterName: 'BufferSizeInMBs', ParameterValue: '1' },
            ]),
          },
        ],
      },
    },
  });
});

test('the delivery stream is created after its permissions, which name each resource', () => {
  analytics.hasResourceProperties('AWS::IAM::Policy', {
    Roles: [{ Ref: id('LakeDeliveryRole') }],
    PolicyDocument: {
      Statement: [
        allowed('ReadStream', arn('OrderEvents'), [
          'kinesis:DescribeStream',
          'kinesis:GetRecords',
          'kinesis:GetShardIterator',
          'kinesis:ListShards',
        ]),
        allowed(
          'TransformRecords',
          [arn('TransformRecords'), joined(arn('TransformRecords'), ':$LATEST')],
          ['lambda:GetFunctionConfiguration', 'lambda:InvokeFunction'],
        ),
        allowed('ReadSchema', SCHEMA, ['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions']),
        allowed('FindLake', LAKE, ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads']),
        allowed(
          'WriteLake',
          [joined(LAKE, '/errors/*'), joined(LAKE, '/order_events/*')],
          ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
        ),
        allowed('LogFailures', arn('LakeDeliveryLogs'), 'logs:PutLogEvents'),
      ],
    },
  });
  analytics.hasResource('AWS::KinesisFirehose::DeliveryStream', { DependsOn: [id('LakeDeliveryPermissions')] });
});

test('the role of the delivery stream has no other policy', () => {
  const policies = Object.entries(analytics.findResources('AWS::IAM::Policy'))
    .filter(([, { Properties }]) => Properties.Roles[0].Ref.startsWith('LakeDeliveryRole'))
    .map(([logicalId]) => logicalId);
  expect(policies).toEqual([expect.stringMatching(/^LakeDeliveryPermissions/)]);
});

test('failures of the delivery are logged', () => {
  analytics.hasResourceProperties('AWS::KinesisFirehose::DeliveryStream', {
    ExtendedS3DestinationConfiguration: {
      CloudWatchLoggingOptions: { Enabled: true, LogGroupName: { Ref: id('LakeDeliveryLogs') } },
    },
  });
});
