import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { NetworkConfig } from '../stages/network-config.ts';
import { zoneLetter, zoneNumber } from './zone.ts';

const { INGRESS, EGRESS } = ec2.TrafficDirection;
const HTTPS = ec2.AclTraffic.tcpPort(443);
/** Answers, to the ports functions and NAT gateways send from. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html */
const ANSWERS = ec2.AclTraffic.tcpPortRange(1_024, 65_535);
/** Says that a packet must be smaller; without it large requests hang. https://docs.aws.amazon.com/vpc/latest/userguide/path_mtu_discovery.html */
const TOO_BIG = ec2.AclTraffic.icmp({ type: 3, code: 4 });
const TOO_BIG_IPV6 = ec2.AclTraffic.icmpv6({ type: 2, code: 0 });

/** Properties for `NetworkAcls`. */
export interface NetworkAclsProps {
  /** The VPC whose subnets are guarded. */
  readonly vpc: ec2.IVpc;
  /** The ranges of its subnets. */
  readonly network: NetworkConfig;
}

/**
 * The traffic that may enter and leave the subnets: HTTPS that functions begin, and what comes back.
 *
 * - Gateway endpoints and the VPN need nothing of their own: their traffic is HTTPS that begins in a private subnet.
 * - IPv6 goes from the private subnets straight to the egress-only gateway: NAT gateways, all there is in the public ones, get none.
 * - Queries to the VPC's DNS resolver pass no ACL. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html
 */
export class NetworkAcls extends Construct {
  constructor(scope: Construct, id: string, props: NetworkAclsProps) {
    super(scope, id);
    const { vpc, network } = props;

    const publicAcl = this.#guard('Public', vpc, vpc.publicSubnets);
    allow(publicAcl, 'AnswersFromInternet', 100, INGRESS, ANSWERS);
    allow(publicAcl, 'TooBigFromInternet', 110, INGRESS, TOO_BIG);
    allow(publicAcl, 'HttpsToInternet', 100, EGRESS, HTTPS);

    const privateAcl = this.#guard('Private', vpc, vpc.privateSubnets);
    allow(privateAcl, 'AnswersFromAnywhere', 100, INGRESS, ANSWERS);
    allow(privateAcl, 'TooBigFromAnywhere', 110, INGRESS, TOO_BIG);
    allow(privateAcl, 'HttpsToAnywhere', 100, EGRESS, HTTPS);

    for (const { name, privateRange } of network.zones) {
      const letter = zoneLetter(name);
      const number = 200 + zoneNumber(name);
      const range = ec2.AclCidr.ipv4(privateRange);
      // A zone's functions reach the NAT gateways, any of which may be in another zone.
      allow(publicAcl, `HttpsFromPrivate${letter}`, number, INGRESS, HTTPS, range);
      allow(publicAcl, `AnswersToPrivate${letter}`, number, EGRESS, ANSWERS, range);
      allow(publicAcl, `TooBigToPrivate${letter}`, number + 100, EGRESS, TOO_BIG, range);
      // They reach interface endpoints too, which answer from every private subnet.
      allow(privateAcl, `HttpsFromPrivate${letter}`, number, INGRESS, HTTPS, range);
      allow(privateAcl, `AnswersToPrivate${letter}`, number, EGRESS, ANSWERS, range);
    }

    if (network.ipv6) {
      const anywhere = ec2.AclCidr.anyIpv6();
      allow(privateAcl, 'Ipv6AnswersFromAnywhere', 400, INGRESS, ANSWERS, anywhere);
      allow(privateAcl, 'Ipv6TooBigFromAnywhere', 410, INGRESS, TOO_BIG_IPV6, anywhere);
      allow(privateAcl, 'Ipv6HttpsToAnywhere', 400, EGRESS, HTTPS, anywhere);
    }
  }

  /** An ACL in front of subnets. The VPC's own way to associate it names associations by the subnets' order. */
  #guard(id: string, vpc: ec2.IVpc, subnets: ec2.ISubnet[]): ec2.NetworkAcl {
    const networkAcl = new ec2.NetworkAcl(this, id, { vpc });
    for (const subnet of subnets) {
      const association = `Association${zoneLetter(subnet.availabilityZone)}`;
      new ec2.SubnetNetworkAclAssociation(networkAcl, association, { networkAcl, subnet });
    }
    return networkAcl;
  }
}

function allow(
  acl: ec2.NetworkAcl,
  id: string,
  ruleNumber: number,
  direction: ec2.TrafficDirection,
  traffic: ec2.AclTraffic,
  cidr = ec2.AclCidr.anyIpv4(),
): void {
  acl.addEntry(id, { ruleNumber, direction, traffic, cidr });
}
