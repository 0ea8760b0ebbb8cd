import { RemovalPolicy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { CapabilityStack } from '../platform/capability-stack.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for an `AccountStack`. */
export interface AccountStackProps {
  /** A stage in the account. */
  readonly stage: StageConfig;
}

/**
 * The settings that exist once per account and region: the role with which API Gateway writes logs.
 *
 * Every stage deploys the stack under the same name. The first stage in an account creates it, the others find it
 * unchanged. The role is retained when a stage is deleted.
 */
export class AccountStack extends CapabilityStack {
  constructor(scope: Construct, id: string, props: AccountStackProps) {
    super(scope, id, {
      stage: props.stage,
      stackName: 'order-platform-account',
      // The stack must be the same, no matter which stage deploys it.
      stageTag: 'shared',
      description: 'Settings of the order platform that exist once per account and region.',
    });

    const role = new iam.Role(this, 'ApiGatewayLoggingRole', {
      assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com'),
      description: 'Allows API Gateway to write access and execution logs in this account and region.',
      // API Gateway checks for exactly these permissions. https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
      managedPolicies: [
        iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs'),
      ],
    });
    role.applyRemovalPolicy(RemovalPolicy.RETAIN);

    const account = new apigateway.CfnAccount(this, 'ApiGatewayAccount', { cloudWatchRoleArn: role.roleArn });
    account.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}
