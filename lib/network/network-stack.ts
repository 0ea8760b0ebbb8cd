import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { CapabilityStack } from '../platform/capability-stack.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { FlowLogs } from './flow-logs.ts';
import { NatAddresses } from './nat-addresses.ts';
import { NetworkAcls } from './network-acls.ts';
import { PlatformVpc } from './platform-vpc.ts';
import { SiteToSiteVpn } from './site-to-site-vpn.ts';

/** Properties for a `NetworkStack`. */
export interface NetworkStackProps {
  /** The stage the network belongs to. */
  readonly stage: StageConfig;
}

/** The VPC of a stage, its security groups, and its connections to other networks. */
export class NetworkStack extends CapabilityStack {
  /** The VPC. Functions whose requests must come from known addresses belong in its private subnets. */
  public readonly vpc: ec2.Vpc;
  /** The security group of functions in the private subnets: allows outbound HTTPS, and nothing inbound. */
  public readonly functionsSecurityGroup: ec2.SecurityGroup;
  /** The security group of interface endpoints: HTTPS from the functions only. Create endpoints with `open: false`. */
  public readonly endpointsSecurityGroup: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, props: NetworkStackProps) {
    const { stage } = props;
    const { network } = stage;
    super(scope, id, {
      stage,
      description: 'The VPC of the order platform, its subnets, and its connections to other networks.',
      // External systems allow-list the elastic IPs. A new deployment would get different ones.
      stateful: true,
    });

    const natAddresses = new NatAddresses(this, 'NatAddresses', { stage });
    this.vpc = new PlatformVpc(this, 'Vpc', { network, natAllocationIds: natAddresses.allocationIds });
    if (network.vpn) new SiteToSiteVpn(this, 'SiteToSiteVpn', { vpc: this.vpc, vpn: network.vpn });
    new NetworkAcls(this, 'NetworkAcls', { vpc: this.vpc, network });
    new FlowLogs(this, 'FlowLogs', { vpc: this.vpc, stage });

    this.functionsSecurityGroup = new ec2.SecurityGroup(this, 'FunctionsSecurityGroup', {
      vpc: this.vpc,
      description: 'Functions in the private subnets',
      allowAllOutbound: false,
    });
    const https = ec2.Port.tcp(443);
    this.functionsSecurityGroup.addEgressRule(ec2.Peer.anyIpv4(), https, 'HTTPS to anywhere');
    if (network.ipv6) this.functionsSecurityGroup.addEgressRule(ec2.Peer.anyIpv6(), https, 'HTTPS to anywhere on IPv6');

    this.endpointsSecurityGroup = new ec2.SecurityGroup(this, 'EndpointsSecurityGroup', {
      vpc: this.vpc,
      description: 'Interface endpoints in the private subnets',
      allowAllOutbound: false,
    });
    this.endpointsSecurityGroup.addIngressRule(this.functionsSecurityGroup, https, 'HTTPS from functions');
  }
}
