import { Match } from 'aws-cdk-lib/assertions';
import { orderEventRow } from '../../lambda/analytics/order-event-row.ts';
import { shopEventRow } from '../../lambda/analytics/shop-event-row.ts';
import { orderEventOf } from '../../lambda/messaging/order-event.ts';
import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import { anOrder } from '../orders/an-order.ts';
import { aShopEventRecord } from './a-shop-event.ts';
import { analyticsOf } from './analytics-stacks.ts';

const { data: inProd } = analyticsOf(prod);
const { data: inDev } = analyticsOf(dev);

const lake = { Ref: Match.stringLikeRegexp('^Lake[0-9A-F]{8}$') };

test('the lake is encrypted and private, and moves rarely read objects to a cheaper storage class', () => {
  inProd.hasResourceProperties('AWS::S3::Bucket', {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    LifecycleConfiguration: {
      Rules: Match.arrayWith([
        Match.objectLike({
          Prefix: 'order_events/',
          Transitions: [{ StorageClass: 'INTELLIGENT_TIERING', TransitionInDays: 30 }],
        }),
        Match.objectLike({
          Prefix: 'shop_events/',
          Transitions: [{ StorageClass: 'INTELLIGENT_TIERING', TransitionInDays: 30 }],
        }),
      ]),
    },
  });
});

test('no object of the lake expires, only unfinished uploads', () => {
  const [bucket] = Object.values(inProd.findResources('AWS::S3::Bucket'));
  const rules: { Id: string }[] = bucket?.Properties.LifecycleConfiguration.Rules;
  expect(rules.map(({ Id, ...rule }) => [Id, Object.keys(rule).sort()])).toEqual([
    ['older-order-events', ['Prefix', 'Status', 'Transitions']],
    ['older-shop-events', ['Prefix', 'Status', 'Transitions']],
    ['unfinished-uploads', ['AbortIncompleteMultipartUpload', 'Status']],
  ]);
});

test('prod retains the lake, and dev deletes it with the stack', () => {
  inProd.hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Retain' });
  inDev.hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Delete' });
  inDev.hasResourceProperties('Custom::S3AutoDeleteObjects', { BucketName: lake });
});

test('the table of order events has a column for each field of a row, with a matching type', () => {
  const types = ['string', 'string', 'string', 'int', 'string', 'string', 'bigint', 'string', 'timestamp'];
  const fields = Object.keys(orderEventRow(orderEventOf(anOrder())));
  inProd.hasResourceProperties('AWS::Glue::Table', {
    DatabaseName: { Ref: Match.stringLikeRegexp('^OrderEventsDatabase') },
    TableInput: {
      Name: 'order_events',
      TableType: 'EXTERNAL_TABLE',
      StorageDescriptor: {
        Location: { 'Fn::Join': ['', ['s3://', lake, '/order_events/']] },
        Columns: fields.map((Name, index) => ({ Name, Type: types[index] })),
        SerdeInfo: { SerializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
      },
    },
  });
});

test('the table of shop events has a column for each field of a row, with a matching type', () => {
  const fields = Object.keys(shopEventRow(aShopEventRecord()));
  const types = ['string', 'string', 'string', 'string', 'string', 'string', 'string', 'int', 'timestamp', 'timestamp'];
  inProd.hasResourceProperties('AWS::Glue::Table', {
    DatabaseName: { Ref: Match.stringLikeRegexp('^OrderEventsDatabase') },
    TableInput: {
      Name: 'shop_events',
      Parameters: {
        'storage.location.template': {
          // biome-ignore lint/suspicious/noTemplateCurlyInString: Athena fills these in, not JavaScript.
          'Fn::Join': ['', ['s3://', lake, '/shop_events/year=${year}/month=${month}/day=${day}/']],
        },
      },
      StorageDescriptor: {
        Location: { 'Fn::Join': ['', ['s3://', lake, '/shop_events/']] },
        Columns: fields.map((Name, index) => ({ Name, Type: types[index] })),
      },
    },
  });
});

test('Athena finds the objects of a day without registered partitions', () => {
  inProd.hasResourceProperties('AWS::Glue::Table', {
    TableInput: {
      PartitionKeys: [
        { Name: 'year', Type: 'int' },
        { Name: 'month', Type: 'int' },
        { Name: 'day', Type: 'int' },
      ],
      Parameters: {
        classification: 'parquet',
        'projection.enabled': 'true',
        'projection.year.type': 'integer',
        'projection.month.range': '1,12',
        'projection.month.digits': '2',
        'projection.day.range': '1,31',
        'projection.day.digits': '2',
        'storage.location.template': {
          // biome-ignore lint/suspicious/noTemplateCurlyInString: Athena fills these in, not JavaScript.
          'Fn::Join': ['', ['s3://', lake, '/order_events/year=${year}/month=${month}/day=${day}/']],
        },
      },
    },
  });
});

test('each stage has a separate database', () => {
  const name = (stage: string) => ({ DatabaseInput: { Name: `order_platform_${stage}` } });
  inProd.hasResourceProperties('AWS::Glue::Database', name('prod'));
  inDev.hasResourceProperties('AWS::Glue::Database', name('dev'));
});
