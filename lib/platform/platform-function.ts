import { Duration } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { StageConfig } from '../stages/stage-config.ts';
import type { BoundEntry } from './binding.ts';
import { functionCode } from './function-code.ts';
import { PlatformLogGroup } from './platform-log-group.ts';
import { PRIVATE_SUBNETS } from './private-subnets.ts';
import { grantVpcAccess } from './vpc-access.ts';

/** The time-out of a function that sets no other. */
export const DEFAULT_TIMEOUT = Duration.seconds(10);

/** The network of functions whose requests must come from known addresses. */
export interface FunctionNetwork {
  /** The VPC. Functions are placed in its private subnets and send requests through their NAT gateways. */
  readonly vpc: ec2.IVpc;
  /** The security group of the functions, which limits their connections. */
  readonly functionsSecurityGroup: ec2.ISecurityGroup;
}

/** Properties for a `PlatformFunction`. */
export interface PlatformFunctionProps {
  /** The stage the function belongs to. */
  readonly stage: StageConfig;
  /** The handler, with its settings and its permissions on the resources it uses. */
  readonly entry: BoundEntry;
  /** The purpose of the function, in a sentence. */
  readonly description: string;
  /**
   * The time-out of an invocation.
   *
   * @default Duration.seconds(10)
   */
  readonly timeout?: Duration;
  /**
   * The network the function is placed in. Omit it if the function needs no known addresses: Lambda takes up to 20
   * minutes to delete the network interfaces. https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
   *
   * @default - no VPC: requests come from any of Lambda's addresses
   */
  readonly network?: FunctionNetwork;
}

/** A Lambda function with its own role, its own log group, and no permissions except those granted to it. */
export class PlatformFunction extends lambda.Function {
  constructor(scope: Construct, id: string, props: PlatformFunctionProps) {
    const { entry, settings, bindings } = props.entry;
    const logGroup = new PlatformLogGroup(scope, `${id}Logs`, { stage: props.stage });
    const role = new iam.Role(scope, `${id}Role`, {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: `Permissions of ${entry}. ${props.description}`,
    });
    logGroup.grantWrite(role);
    if (props.network) grantVpcAccess(role);

    super(scope, id, {
      description: props.description,
      code: functionCode(scope, entry),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: 512,
      timeout: props.timeout ?? DEFAULT_TIMEOUT,
      role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      tracing: lambda.Tracing.ACTIVE,
      environment: { POWERTOOLS_SERVICE_NAME: entry, ...settings },
      ...(props.network && {
        vpc: props.network.vpc,
        vpcSubnets: PRIVATE_SUBNETS,
        securityGroups: [props.network.functionsSecurityGroup],
        // No IPv6: it would bypass the NAT gateways, whose addresses are the known ones.
      }),
    });
    for (const { grant } of bindings) grant?.(this);
  }
}
