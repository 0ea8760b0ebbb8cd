import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { StageConfig } from '../stages/stage-config.ts';
import { functionCode } from './function-code.ts';
import { PlatformLogGroup } from './platform-log-group.ts';

/** Properties for a `PlatformFunction`. */
export interface PlatformFunctionProps {
  /** The stage the function belongs to. */
  readonly stage: StageConfig;
  /** The entry's path below `lambda/`, without `.handler.ts`: `orders/record-result`. */
  readonly entry: string;
  /** What the function does, in a sentence. */
  readonly description: string;
  /**
   * How long an invocation may take.
   *
   * @default Duration.seconds(10)
   */
  readonly timeout?: Duration;
  /**
   * Settings the handler reads at its cold start.
   *
   * @default - none but the log's
   */
  readonly environment?: Record<string, string>;
}

/** A function of the platform: its own role, its own log group, no permission but those granted to it. */
export class PlatformFunction extends lambda.Function {
  constructor(scope: Construct, id: string, props: PlatformFunctionProps) {
    const logGroup = new PlatformLogGroup(scope, `${id}Logs`, { stage: props.stage });
    const role = new iam.Role(scope, `${id}Role`, {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${props.entry} may do. ${props.description}`,
    });
    logGroup.grantWrite(role);

    super(scope, id, {
      description: props.description,
      code: functionCode(scope, props.entry),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: 512,
      timeout: props.timeout ?? Duration.seconds(10),
      role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      tracing: lambda.Tracing.ACTIVE,
      environment: { POWERTOOLS_SERVICE_NAME: props.entry, ...props.environment },
    });
  }
}
