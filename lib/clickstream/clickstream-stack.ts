import { CfnOutput, Duration } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { removalPolicyOf } from '../platform/data-removal.ts';
import { PlatformFunction } from '../platform/platform-function.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { ClickstreamDataStack } from './clickstream-data-stack.ts';
import { LakeDelivery } from './lake-delivery.ts';
import { LakeDeliveryAlarms } from './lake-delivery-alarms.ts';

/** Properties for a `ClickstreamStack`. */
export interface ClickstreamStackProps {
  /** The stage whose events are streamed. */
  readonly stage: StageConfig;
  /** The lake. */
  readonly data: ClickstreamDataStack;
  /** Who is told when events do not reach the lake. */
  readonly alarmTopic: sns.ITopic;
}

/** The stream of order events, and its way into the lake. */
export class ClickstreamStack extends CapabilityStack {
  /** The order events, each once or more, those of one order in order. */
  public readonly stream: kinesis.Stream;

  constructor(scope: Construct, id: string, { stage, data, alarmTopic }: ClickstreamStackProps) {
    super(scope, id, { stage, description: 'The stream of order events, and its way into the lake.' });

    this.stream = new kinesis.Stream(this, 'OrderEvents', {
      ...capacityOf(stage),
      retentionPeriod: Duration.hours(stage.retention.streamHours),
      encryption: kinesis.StreamEncryption.MANAGED,
      removalPolicy: removalPolicyOf(stage),
    });
    const transformation = new PlatformFunction(this, 'TransformRecords', {
      stage,
      entry: 'clickstream/transform-records',
      description: 'Turns order events into rows of the lake.',
      timeout: Duration.minutes(1),
    });
    const { deliveryStream } = new LakeDelivery(this, 'LakeDelivery', {
      stage,
      stream: this.stream,
      transformation,
      data,
    });
    new LakeDeliveryAlarms(this, 'LakeDeliveryAlarms', { deliveryStream, transformation, alarmTopic });
    new CfnOutput(this, 'OrderStream', { value: this.stream.streamName, description: 'The stream of order events.' });
  }

  /** Lets a function put order events on the stream, and tells it where. */
  public grantPut(publisher: lambda.Function): iam.Grant {
    publisher.addEnvironment('ORDER_STREAM_NAME', this.stream.streamName);
    return this.stream.grant(publisher, 'kinesis:PutRecord');
  }
}

function capacityOf({ stream }: StageConfig): Pick<kinesis.StreamProps, 'streamMode' | 'shardCount'> {
  return stream.mode === 'on-demand'
    ? { streamMode: kinesis.StreamMode.ON_DEMAND }
    : { streamMode: kinesis.StreamMode.PROVISIONED, shardCount: stream.shards };
}
