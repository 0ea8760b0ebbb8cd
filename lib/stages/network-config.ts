import { z } from 'zod';
import { contains, overlaps, parseRange } from './address-range.ts';

const SIZE = 'an IPv4 range in CIDR notation whose host bits are zero, from /16 to /28, such as 10.0.0.0/16';

/** An IPv4 range a VPC or subnet may have. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const vpcRange = z.string().refine((text) => {
  const range = parseRange(text);
  return range !== undefined && range.prefix >= 16 && range.prefix <= 28;
}, SIZE);

const remoteRange = z
  .string()
  .refine((text) => parseRange(text) !== undefined, 'an IPv4 range in CIDR notation whose host bits are zero');

const vpnConfig = z.strictObject({
  /** The public address of the customer's end of the tunnels. */
  customerGatewayAddress: z.ipv4(),
  /** The autonomous system number of the customer's end; 65000 where it has none of its own. */
  customerAsn: z.int().min(1).max(4_294_967_294),
  /** The networks behind the customer's end. */
  remoteRanges: z.array(remoteRange).min(1),
});

const zone = z.strictObject({
  /** The zone's name: the region and a letter. Whether it exists in the account cannot be known offline. */
  name: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, "a zone's name, such as eu-central-1a"),
  /** The addresses of the zone's public subnet. */
  publicRange: vpcRange,
  /** The addresses of the zone's private subnet. */
  privateRange: vpcRange,
});

/** The VPC of a stage: its addresses, its zones and how it reaches other networks. */
export const networkConfig = z
  .strictObject({
    /** The addresses of the whole VPC. */
    vpcRange,
    /** The zones with a subnet pair each; every subnet's range is written out, so that a new zone moves no other. */
    zones: z.array(zone).min(2).max(6),
    /** How many of the zones have a NAT gateway of their own; the others share. */
    natGateways: z.int().min(1),
    /** Whether subnets, groups and access control lists carry IPv6 too. */
    ipv6: z.boolean(),
    /** A site-to-site VPN connection; none without it. */
    vpn: vpnConfig.optional(),
  })
  .superRefine((network, context) => {
    const reject = (path: (string | number)[], input: unknown, message: string) =>
      context.addIssue({ code: 'custom', path, input, message });

    if (network.natGateways > network.zones.length) {
      reject(['natGateways'], network.natGateways, `at most one a zone: ${network.zones.length}`);
    }
    const taken: { label: string; range: string }[] = [];
    const claim = (path: (string | number)[], range: string, mustBeInside: boolean) => {
      if (mustBeInside && !contains(network.vpcRange, range)) {
        reject(path, range, `a range inside the VPC's ${network.vpcRange}`);
      }
      const other = taken.find((earlier) => overlaps(earlier.range, range));
      if (other) reject(path, range, `a range apart from ${other.label} (${other.range})`);
      taken.push({ label: `network.${path.join('.')}`, range });
    };

    const names = network.zones.map((each) => each.name);
    for (const [index, each] of network.zones.entries()) {
      if (names.indexOf(each.name) !== index)
        reject(['zones', index, 'name'], each.name, 'a zone that is not listed before');
      claim(['zones', index, 'publicRange'], each.publicRange, true);
      claim(['zones', index, 'privateRange'], each.privateRange, true);
    }
    for (const [index, range] of (network.vpn?.remoteRanges ?? []).entries()) {
      if (network.vpn?.remoteRanges.indexOf(range) !== index) {
        reject(['vpn', 'remoteRanges', index], range, 'a range that is not listed before');
      }
      if (overlaps(network.vpcRange, range)) {
        reject(['vpn', 'remoteRanges', index], range, `a range apart from the VPC's ${network.vpcRange}`);
      }
    }
  });

/** The VPC of a stage: its addresses, its zones and how it reaches other networks. */
export type NetworkConfig = z.infer<typeof networkConfig>;
