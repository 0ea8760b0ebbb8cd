import { Duration, Size } from 'aws-cdk-lib';
import type * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { removalPolicyOf } from '../platform/data-removal.ts';
import { PlatformLogGroup } from '../platform/platform-log-group.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { ClickstreamDataStack } from './clickstream-data-stack.ts';
import { DeliveryRole } from './delivery-role.ts';
import { ORDER_EVENTS_PREFIX } from './order-events-table.ts';

/** Properties for a `LakeDelivery`. */
export interface LakeDeliveryProps {
  /** The stage whose events are delivered. */
  readonly stage: StageConfig;
  /** Where the events come from. */
  readonly stream: kinesis.IStream;
  /** What makes rows of them. */
  readonly transformation: lambda.IFunction;
  /** Where they go. */
  readonly data: ClickstreamDataStack;
}

const ERRORS_PREFIX = 'errors/';

/** Brings the events of a data stream into the lake, as Parquet, under the day of each. */
export class LakeDelivery extends Construct {
  /** What brings them. */
  public readonly deliveryStream: firehose.DeliveryStream;

  constructor(scope: Construct, id: string, { stage, stream, transformation, data }: LakeDeliveryProps) {
    super(scope, id);
    const logGroup = new PlatformLogGroup(this, 'Logs', { stage });
    const { role, permissions } = new DeliveryRole(this, 'Delivery', {
      stream,
      transformation,
      table: data.orderEvents,
      lake: data.lake,
      prefixes: [ORDER_EVENTS_PREFIX, ERRORS_PREFIX],
      logGroup,
    });

    this.deliveryStream = new firehose.DeliveryStream(this, 'DeliveryStream', {
      source: new firehose.KinesisStreamSource(stream),
      role,
      destination: new firehose.S3Bucket(data.lake, {
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
          schemaConfiguration: firehose.SchemaConfiguration.fromCfnTable(data.orderEvents),
          inputFormat: firehose.InputFormat.OPENX_JSON,
          outputFormat: firehose.OutputFormat.PARQUET,
        },
        // The least there is for Parquet. https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html
        bufferingSize: Size.mebibytes(64),
        bufferingInterval: Duration.minutes(1),
        dataOutputPrefix: `${ORDER_EVENTS_PREFIX}${['year', 'month', 'day'].map(partition).join('')}`,
        errorOutputPrefix: `${ERRORS_PREFIX}!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/`,
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
