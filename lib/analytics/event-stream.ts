import { Duration } from 'aws-cdk-lib';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import type { Construct } from 'constructs';
import { removalPolicyOf } from '../platform/data-removal.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for an `EventStream`. */
export interface EventStreamProps {
  /** The stage, which sets capacity and retention. */
  readonly stage: StageConfig;
}

/** An encrypted stream that retains events for a replay. */
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
