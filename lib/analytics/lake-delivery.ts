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
  /** The stage whose events are delivered. */
  readonly stage: StageConfig;
  /** What is delivered, in the plural: `order events`. */
  readonly events: string;
  /** Where the events come from. */
  readonly stream: kinesis.IStream;
  /** What makes rows of them. */
  readonly transformation: lambda.IFunction;
  /** The table they are rows of. */
  readonly table: LakeTable;
  /** The bucket that holds the table's rows. */
  readonly lake: s3.IBucket;
  /** What the keys of records that cannot become rows begin with; ends with a slash. */
  readonly errorsPrefix: string;
}

/** Brings the events of a data stream into the lake, as Parquet, under the day of each. */
export class LakeDelivery extends Construct {
  /** What brings them. */
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
            // The answer to a batch may have 6 MB, and rows are smaller than the events they come from.
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
        // The least there is for Parquet. https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html
        bufferingSize: Size.mebibytes(64),
        bufferingInterval: Duration.minutes(1),
        dataOutputPrefix: `${table.prefix}${['year', 'month', 'day'].map(partition).join('')}`,
        errorOutputPrefix: `${errorsPrefix}!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/`,
      }),
    });
    this.deliveryStream.node.addDependency(permissions);
    // The delivery stream adds its log stream by itself, to be kept in every stage.
    (logGroup.node.findChild('S3Destination') as logs.LogStream).applyRemovalPolicy(removalPolicyOf(stage));
  }
}

function partition(key: string): string {
  return `${key}=!{partitionKeyFromLambda:${key}}/`;
}
