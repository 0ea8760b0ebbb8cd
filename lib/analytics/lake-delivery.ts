import { Duration, Size } from 'aws-cdk-lib';
import type * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { removalPolicyOf } from '../platform/data-removal.ts';
import { PlatformLogGroup } from '../platform/platform-log-group.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { DeliveryRole } from './delivery-role.ts';
import type { LakeTable } from './lake-table.ts';

/** Properties for a `LakeDelivery`. */
export interface LakeDeliveryProps {
  /** The stage of the events. */
  readonly stage: StageConfig;
  /** The kind of events, in the plural: `order events`. */
  readonly events: string;
  /** The stream to read from. */
  readonly stream: kinesis.IStream;
  /** The function that transforms events into rows. */
  readonly transformation: lambda.IFunction;
  /** The table of the rows. */
  readonly table: LakeTable;
  /** The bucket of the table. */
  readonly lake: s3.IBucket;
  /** The prefix of the keys of records that cannot be converted, with a trailing slash. */
  readonly errorsPrefix: string;
}

/** Delivers the events of a data stream to the data lake, as Parquet, partitioned by day. */
export class LakeDelivery extends Construct {
  /** The delivery stream. */
  public readonly deliveryStream: firehose.DeliveryStream;

  constructor(scope: Construct, id: string, props: LakeDeliveryProps) {
    super(scope, id);
    const { stage, events, stream, transformation, table, lake, errorsPrefix } = props;
    const logGroup = new PlatformLogGroup(this, 'Logs', { stage });
    const { role, permissions } = new DeliveryRole(this, 'Delivery', {
      events,
      stream,
      transformation,
      table,
      lake,
      prefixes: [table.prefix, errorsPrefix],
      logGroup,
    });

    this.deliveryStream = new firehose.DeliveryStream(this, 'DeliveryStream', {
      source: new firehose.KinesisStreamSource(stream),
      role,
      destination: new firehose.S3Bucket(lake, {
        role,
        loggingConfig: new firehose.EnableLogging(logGroup),
        processors: [
          new firehose.LambdaFunctionProcessor(transformation, {
            // The response to a batch may have 6 MB, and rows are smaller than their events.
            // https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html
            bufferSize: Size.mebibytes(1),
            bufferInterval: Duration.minutes(1),
          }),
        ],
        dynamicPartitioning: { enabled: true },
        dataFormatConversion: {
          schemaConfiguration: firehose.SchemaConfiguration.fromCfnTable(table),
          inputFormat: firehose.InputFormat.OPENX_JSON,
          outputFormat: firehose.OutputFormat.PARQUET,
        },
        // The minimum for Parquet. https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html
        bufferingSize: Size.mebibytes(64),
        bufferingInterval: Duration.minutes(1),
        dataOutputPrefix: `${table.prefix}${['year', 'month', 'day'].map(partition).join('')}`,
        errorOutputPrefix: `${errorsPrefix}!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/`,
      }),
    });
    this.deliveryStream.node.addDependency(permissions);
    // The CDK creates this log stream and would retain it in every stage.
    (logGroup.node.findChild('S3Destination') as logs.LogStream).applyRemovalPolicy(removalPolicyOf(stage));
  }
}

function partition(key: string): string {
  return `${key}=!{partitionKeyFromLambda:${key}}/`;
}
