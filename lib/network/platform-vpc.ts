import { CfnResource, Tags, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { PRIVATE_SUBNETS } from '../platform/private-subnets.ts';
import type { NetworkConfig } from '../stages/network-config.ts';
import { ExplicitIpv4Addresses, Ipv6AddressesByZone } from './explicit-addresses.ts';
import { zoneLetter } from './zone.ts';

/** Properties for a `PlatformVpc`. */
export interface PlatformVpcProps {
  /** The configuration of the VPC. */
  readonly network: NetworkConfig;
  /** The elastic IPs of the NAT gateways, in the order of the zones. */
  readonly natAllocationIds: string[];
}

/** A VPC with a public and a private subnet in each of the stage's zones. The public ones hold only NAT gateways. */
export class PlatformVpc extends ec2.Vpc {
  constructor(scope: Construct, id: string, props: PlatformVpcProps) {
    const { network } = props;
    super(scope, id, {
      availabilityZones: network.zones.map((zone) => zone.name),
      ipAddresses: new ExplicitIpv4Addresses(network),
      ...(network.ipv6 && { ipProtocol: ec2.IpProtocol.DUAL_STACK, ipv6Addresses: new Ipv6AddressesByZone(network) }),
      subnetConfiguration: [
        { name: 'Public', subnetType: ec2.SubnetType.PUBLIC, mapPublicIpOnLaunch: false },
        { name: 'Private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
      ],
      natGateways: network.natGateways,
      natGatewayProvider: ec2.NatProvider.gateway({ eipAllocationIds: props.natAllocationIds }),
      gatewayEndpoints: {
        S3: { service: ec2.GatewayVpcEndpointAwsService.S3, subnets: [PRIVATE_SUBNETS] },
        DynamoDb: { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB, subnets: [PRIVATE_SUBNETS] },
      },
      restrictDefaultSecurityGroup: true,
    });

    Validations.of(this).acknowledge({
      id: 'CloudFormation-Validate::W3010',
      reason: 'The zones are configured: each has its own ranges, and a lookup of zones needs credentials.',
    });
    for (const subnet of this.publicSubnets) this.#nameAfterZone(subnet, 'Public');
    for (const subnet of this.privateSubnets) this.#nameAfterZone(subnet, 'Private');
  }

  /**
   * Names a subnet and its resources after their zone.
   *
   * The CDK numbers the subnets. If a zone in the middle were removed, CloudFormation would create the later subnets
   * again while their ranges are still in use.
   */
  #nameAfterZone(subnet: ec2.ISubnet, group: 'Public' | 'Private'): void {
    const name = `${group}${zoneLetter(subnet.availabilityZone)}`;
    Tags.of(subnet).add('Name', `${this.node.path}/${name}`);
    for (const resource of subnet.node.findAll().filter(CfnResource.isCfnResource)) {
      resource.overrideLogicalId(`${this.node.id}${name}${resource.node.id}`);
    }
  }
}
