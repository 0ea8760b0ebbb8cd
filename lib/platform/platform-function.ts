import { Duration } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { StageConfig } from '../stages/stage-config.ts';
import { functionCode } from './function-code.ts';
import { PlatformLogGroup } from './platform-log-group.ts';
import { PRIVATE_SUBNETS } from './private-subnets.ts';
import { grantVpcAccess } from './vpc-access.ts';

/** Where functions live whose requests must come from known addresses. */
export interface FunctionNetwork {
  /** The function lives in its private subnets, and leaves through their NAT gateways. */
  readonly vpc: ec2.IVpc;
  /** What the function may connect to. */
  readonly functionsSecurityGroup: ec2.ISecurityGroup;
}

/** Properties for a `PlatformFunction`. */
export interface PlatformFunctionProps {
  /** The stage the function belongs to. */
  readonly stage: StageConfig;
  /** The capability and the name of the handler: `orders/reserve-stock` is `lambda/orders/<room>/reserve-stock.handler.ts`. */
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
  /**
   * The network the function lives in. One that does not need it is better off without: its network interfaces take
   * up to 20 minutes to go with its stack. https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
   *
   * @default - none: requests come from any of Lambda's addresses
   */
  readonly network?: FunctionNetwork;
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
    if (props.network) grantVpcAccess(role);

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
      ...(props.network && {
        vpc: props.network.vpc,
        vpcSubnets: PRIVATE_SUBNETS,
        securityGroups: [props.network.functionsSecurityGroup],
        // No IPv6: it would pass by the NAT gateways, whose addresses are the known ones.
      }),
    });
  }
}
