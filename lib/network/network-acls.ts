import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { NetworkConfig } from '../stages/network-config.ts';
import { zoneLetter, zoneNumber } from './zone.ts';

const { INGRESS, EGRESS } = ec2.TrafficDirection;
const HTTPS = ec2.AclTraffic.tcpPort(443);
/** Responses, to the ephemeral ports of functions and NAT gateways. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html */
const ANSWERS = ec2.AclTraffic.tcpPortRange(1_024, 65_535);
/** Path MTU discovery: tells the sender to use smaller packets. Large requests hang without it. https://docs.aws.amazon.com/vpc/latest/userguide/path_mtu_discovery.html */
const TOO_BIG = ec2.AclTraffic.icmp({ type: 3, code: 4 });
const TOO_BIG_IPV6 = ec2.AclTraffic.icmpv6({ type: 2, code: 0 });

/** Properties for `NetworkAcls`. */
export interface NetworkAclsProps {
  /** The VPC of the subnets. */
  readonly vpc: ec2.IVpc;
  /** The configuration of the VPC, with the ranges of its subnets. */
  readonly network: NetworkConfig;
}

/**
 * Network ACLs that allow HTTPS connections from functions, and the responses to them.
 *
 * - Gateway endpoints and the VPN need no rules of their own: their traffic is HTTPS that starts in a private subnet.
 * - The public subnets need no rules for IPv6: it goes from the private subnets to the egress-only gateway.
 * - ACLs do not apply to queries to the VPC's DNS resolver. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html
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
      // Functions use NAT gateways, which may be in another zone.
      allow(publicAcl, `HttpsFromPrivate${letter}`, number, INGRESS, HTTPS, range);
      allow(publicAcl, `AnswersToPrivate${letter}`, number, EGRESS, ANSWERS, range);
      allow(publicAcl, `TooBigToPrivate${letter}`, number + 100, EGRESS, TOO_BIG, range);
      // Functions also use interface endpoints, which respond from every private subnet.
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

  /** Creates an ACL for subnets. The CDK's own associations have ids that depend on the order of the subnets. */
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
