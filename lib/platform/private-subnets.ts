import * as ec2 from 'aws-cdk-lib/aws-ec2';

/** The subnets that functions live in: requests leave them through a NAT gateway, and none arrives from the internet. */
export const PRIVATE_SUBNETS: ec2.SubnetSelection = { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS };
