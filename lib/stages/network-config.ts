import { z } from 'zod';
import { toDotPath } from 'zod/v4/core';
import { contains, overlaps, parseRange } from './address-range.ts';

const SIZE = 'an IPv4 range in CIDR notation whose host bits are zero, from /16 to /28, such as 10.0.0.0/16';

/** An IPv4 range that is valid for a VPC or a subnet. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const vpcRange = z.string().refine((text) => {
  const range = parseRange(text);
  return range !== undefined && range.prefix >= 16 && range.prefix <= 28;
}, SIZE);

const remoteRange = z
  .string()
  .refine((text) => parseRange(text) !== undefined, 'an IPv4 range in CIDR notation whose host bits are zero');

const vpnConfig = z.strictObject({
  /** The public address of the customer gateway. */
  customerGatewayAddress: z.ipv4(),
  /** The autonomous system number of the customer gateway; 65000 if it has none. */
  customerAsn: z.int().min(1).max(4_294_967_294),
  /** The networks behind the customer gateway. */
  remoteRanges: z.array(remoteRange).min(1),
});

const zone = z.strictObject({
  /** The name of an Availability Zone: its region and a letter. Synthesis cannot check that the account has it. */
  name: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, "a zone's name, such as eu-central-1a"),
  /** The addresses of the zone's public subnet. */
  publicRange: vpcRange,
  /** The addresses of the zone's private subnet. */
  privateRange: vpcRange,
});

/** Configuration of a stage's VPC: its addresses, its Availability Zones and its connections to other networks. */
export const networkConfig = z
  .strictObject({
    /** The addresses of the whole VPC. */
    vpcRange,
    /** The Availability Zones, with explicit ranges of their subnets, so that a new zone moves no other. */
    zones: z.array(zone).min(2).max(6),
    /** The number of zones with a NAT gateway; the other zones share these. */
    natGateways: z.int().min(1),
    /** Enables IPv6 in subnets, security groups and network ACLs. */
    ipv6: z.boolean(),
    /**
     * A site-to-site VPN connection.
     *
     * @default - no VPN connection
     */
    vpn: vpnConfig.optional(),
  })
  .superRefine((network, context) => {
    const reject = (path: (string | number)[], input: unknown, message: string) =>
      context.addIssue({ code: 'custom', path, input, message });

    if (network.natGateways > network.zones.length) {
      reject(['natGateways'], network.natGateways, `at most one per zone: ${network.zones.length}`);
    }
    const taken: { label: string; range: string }[] = [];
    const claim = (path: (string | number)[], range: string, mustBeInside: boolean) => {
      if (mustBeInside && !contains(network.vpcRange, range)) {
        reject(path, range, `a range inside the VPC's ${network.vpcRange}`);
      }
      const other = taken.find((earlier) => overlaps(earlier.range, range));
      if (other) reject(path, range, `a range that does not overlap ${other.label} (${other.range})`);
      taken.push({ label: toDotPath(['network', ...path]), range });
    };

    const names = network.zones.map((each) => each.name);
    for (const [index, each] of network.zones.entries()) {
      if (names.indexOf(each.name) !== index)
        reject(['zones', index, 'name'], each.name, 'a zone that is not listed twice');
      claim(['zones', index, 'publicRange'], each.publicRange, true);
      claim(['zones', index, 'privateRange'], each.privateRange, true);
    }
    for (const [index, range] of (network.vpn?.remoteRanges ?? []).entries()) {
      if (network.vpn?.remoteRanges.indexOf(range) !== index) {
        reject(['vpn', 'remoteRanges', index], range, 'a range that is not listed twice');
      }
      if (overlaps(network.vpcRange, range)) {
        reject(['vpn', 'remoteRanges', index], range, `a range that does not overlap the VPC's ${network.vpcRange}`);
      }
    }
  });

/** Configuration of a stage's VPC: its addresses, its Availability Zones and its connections to other networks. */
export type NetworkConfig = z.infer<typeof networkConfig>;
