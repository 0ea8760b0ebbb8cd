import * as ec2 from 'aws-cdk-lib/aws-ec2';

/** The subnets of functions: requests leave through a NAT gateway, and no connection comes in from the internet. */
export const PRIVATE_SUBNETS: ec2.SubnetSelection = { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS };
