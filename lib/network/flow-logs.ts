import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PlatformLogGroup } from '../platform/platform-log-group.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for `FlowLogs`. */
export interface FlowLogsProps {
  /** The VPC to log. */
  readonly vpc: ec2.IVpc;
  /** The stage, which sets the retention of the log. */
  readonly stage: StageConfig;
}

/** A log of the connections that the VPC accepted and rejected. */
export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, props: FlowLogsProps) {
    super(scope, id);
    const { vpc, stage } = props;

    const logGroup = new PlatformLogGroup(this, 'LogGroup', { stage });
    const role = new iam.Role(this, 'Role', {
      description: `Writes the flow logs of the ${stage.name} stage's VPC to their log group.`,
      assumedBy: flowLogsOf(Stack.of(this)),
    });
    vpc.addFlowLog('FlowLog', {
      destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup, role),
      trafficType: ec2.FlowLogTrafficType.ALL,
    });
  }
}

/** Returns the flow logs service, limited to this account and region. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html */
function flowLogsOf(stack: Stack): iam.IPrincipal {
  const flowLogs = stack.formatArn({ service: 'ec2', resource: 'vpc-flow-log', resourceName: '*' });
  return new iam.ServicePrincipal('vpc-flow-logs.amazonaws.com').withConditions({
    StringEquals: { 'aws:SourceAccount': stack.account },
    ArnLike: { 'aws:SourceArn': flowLogs },
  });
}
