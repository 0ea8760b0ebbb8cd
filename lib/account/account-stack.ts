import { RemovalPolicy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { CapabilityStack } from '../platform/capability-stack.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for an `AccountStack`. */
export interface AccountStackProps {
  /** A stage of the account. */
  readonly stage: StageConfig;
}

/**
 * What an account and region has only once: the role by which API Gateway writes its logs.
 *
 * Every stage brings the stack under the same name, so that the first stage of an account creates it, the others find
 * it, and none takes the role away when it goes.
 */
export class AccountStack extends CapabilityStack {
  constructor(scope: Construct, id: string, props: AccountStackProps) {
    super(scope, id, {
      stage: props.stage,
      stackName: 'order-platform-account',
      // Whichever stage deploys it, the stack is the same.
      stageTag: 'shared',
      description: 'What the order platform has once in an account and region.',
    });

    const role = new iam.Role(this, 'ApiGatewayLoggingRole', {
      assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com'),
      description: 'Lets API Gateway write access and execution logs in this account and region.',
      // The permissions API Gateway checks for. https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
      managedPolicies: [
        iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs'),
      ],
    });
    role.applyRemovalPolicy(RemovalPolicy.RETAIN);

    const account = new apigateway.CfnAccount(this, 'ApiGatewayAccount', { cloudWatchRoleArn: role.roleArn });
    account.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}
