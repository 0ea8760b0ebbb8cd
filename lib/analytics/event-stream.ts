import { Duration } from 'aws-cdk-lib';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import type { Construct } from 'constructs';
import { removalPolicyOf } from '../platform/data-removal.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for an `EventStream`. */
export interface EventStreamProps {
  /** The stage whose events are streamed: how much the stream takes, and how long it keeps it. */
  readonly stage: StageConfig;
}

/** A stream of events, encrypted, that keeps them for a replay. */
export class EventStream extends kinesis.Stream {
  constructor(scope: Construct, id: string, { stage }: EventStreamProps) {
    super(scope, id, {
      ...capacityOf(stage),
      retentionPeriod: Duration.hours(stage.retention.streamHours),
      encryption: kinesis.StreamEncryption.MANAGED,
      removalPolicy: removalPolicyOf(stage),
    });
  }
}

function capacityOf({ stream }: StageConfig): Pick<kinesis.StreamProps, 'streamMode' | 'shardCount'> {
  return stream.mode === 'on-demand'
    ? { streamMode: kinesis.StreamMode.ON_DEMAND }
    : { streamMode: kinesis.StreamMode.PROVISIONED, shardCount: stream.shards };
}
