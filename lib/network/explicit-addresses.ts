import { Fn } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { NetworkConfig } from '../stages/network-config.ts';
import { zoneNumber } from './zone.ts';

/** The number of /64 blocks in the /56 range of a VPC. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const IPV6_BLOCKS = 256;

/** Assigns each subnet the IPv4 range that the stage configures, instead of letting the CDK divide the VPC's range. */
export class ExplicitIpv4Addresses implements ec2.IIpAddresses {
  readonly #network: NetworkConfig;

  constructor(network: NetworkConfig) {
    this.#network = network;
  }

  allocateVpcCidr(): ec2.VpcIpamOptions {
    return { cidrBlock: this.#network.vpcRange };
  }

  allocateSubnetsCidr({ requestedSubnets }: ec2.AllocateCidrRequest): ec2.SubnetIpamOptions {
    return { allocatedSubnets: requestedSubnets.map((subnet) => ({ cidr: this.#rangeOf(subnet) })) };
  }

  #rangeOf({ availabilityZone, configuration }: ec2.RequestedSubnet): string {
    const zone = this.#network.zones.find((each) => each.name === availabilityZone);
    if (!zone) {
      const names = this.#network.zones.map((each) => each.name).join(', ');
      throw new Error(`'availabilityZone' must be one of the stage's zones ${names}, got "${availabilityZone}"`);
    }
    return configuration.subnetType === ec2.SubnetType.PUBLIC ? zone.publicRange : zone.privateRange;
  }
}

/**
 * Assigns each subnet a /64 block by the letter of its zone: two per zone, first the public subnet's.
 *
 * The CDK assigns blocks in the order of the subnets, in which a new zone would move all private subnets.
 */
export class Ipv6AddressesByZone implements ec2.IIpv6Addresses {
  readonly amazonProvided = true;
  readonly #blockNumbers: Map<string, number>;

  constructor(network: NetworkConfig) {
    this.#blockNumbers = new Map(
      network.zones.flatMap(({ name, publicRange, privateRange }) => [
        [publicRange, 2 * zoneNumber(name)],
        [privateRange, 2 * zoneNumber(name) + 1],
      ]),
    );
  }

  allocateVpcIpv6Cidr(input: ec2.AllocateVpcIpv6CidrRequest): ec2.CfnVPCCidrBlock {
    return ec2.Ipv6Addresses.amazonProvided().allocateVpcIpv6Cidr(input);
  }

  createIpv6CidrBlocks({ ipv6SelectedCidr }: ec2.CreateIpv6CidrBlocksRequest): string[] {
    return Fn.cidr(ipv6SelectedCidr, IPV6_BLOCKS, '64');
  }

  allocateSubnetsIpv6Cidr({ allocatedSubnets, ipv6Cidrs }: ec2.AllocateIpv6CidrRequest): ec2.SubnetIpamOptions {
    return {
      allocatedSubnets: allocatedSubnets.map(({ cidr }) => ({
        cidr,
        ipv6Cidr: Fn.select(this.#blockNumbers.get(cidr) as number, ipv6Cidrs),
      })),
    };
  }
}
