import type { Template } from 'aws-cdk-lib/assertions';
import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import { networkOf, propertiesOf, type Reference, resourcesOf, target, withNetwork } from './network-template.ts';

interface Entry {
  readonly NetworkAclId: Reference;
  readonly RuleNumber: number;
  readonly RuleAction: string;
  readonly Egress: boolean;
  readonly Protocol: number;
  readonly PortRange?: { From: number; To: number };
  readonly Icmp?: { Type: number; Code: number };
  readonly CidrBlock?: string;
  readonly Ipv6CidrBlock?: string;
}

const PROTOCOLS: Record<number, string> = { 1: 'icmp', 6: 'tcp', 58: 'icmpv6' };

/** The entries of an access control list, a line each, inbound ones first. */
function entriesOf(template: Template, acl: string): string[] {
  return propertiesOf<Entry>(template, 'AWS::EC2::NetworkAclEntry')
    .filter((entry) => target(entry.NetworkAclId) === acl)
    .sort((left, right) => Number(left.Egress) - Number(right.Egress) || left.RuleNumber - right.RuleNumber)
    .map((entry) => {
      const ports = entry.PortRange && `${entry.PortRange.From}-${entry.PortRange.To}`;
      const direction = entry.Egress ? 'out to' : 'in from';
      return [
        `${entry.RuleNumber} ${entry.RuleAction} ${PROTOCOLS[entry.Protocol]}`,
        ports ?? `type ${entry.Icmp?.Type} code ${entry.Icmp?.Code}`,
        `${direction} ${entry.CidrBlock ?? entry.Ipv6CidrBlock}`,
      ].join(' ');
    });
}

const devTemplate = networkOf(dev).template;
const prodTemplate = networkOf(prod).template;
const ipv6Template = networkOf(withNetwork(dev, { ipv6: true })).template;
/** HTTPS from the private subnets to any address, with its responses. */
const HTTPS_FROM_PRIVATE_SUBNETS = [
  '100 allow tcp 1024-65535 in from 0.0.0.0/0',
  '110 allow icmp type 3 code 4 in from 0.0.0.0/0',
  '200 allow tcp 443-443 in from 10.2.10.0/24',
  '201 allow tcp 443-443 in from 10.2.11.0/24',
  '100 allow tcp 443-443 out to 0.0.0.0/0',
  '200 allow tcp 1024-65535 out to 10.2.10.0/24',
  '201 allow tcp 1024-65535 out to 10.2.11.0/24',
];
const vpn = { customerGatewayAddress: '203.0.113.7', customerAsn: 65_000, remoteRanges: ['192.168.0.0/16'] };

test('public subnets pass HTTPS from private subnets to the internet, and the responses', () => {
  expect(entriesOf(devTemplate, 'NetworkAclsPublic')).toEqual([
    ...HTTPS_FROM_PRIVATE_SUBNETS,
    '300 allow icmp type 3 code 4 out to 10.2.10.0/24',
    '301 allow icmp type 3 code 4 out to 10.2.11.0/24',
  ]);
});

test('private subnets may send HTTPS to any address and to endpoints in each other, and receive the responses', () => {
  expect(entriesOf(devTemplate, 'NetworkAclsPrivate')).toEqual([...HTTPS_FROM_PRIVATE_SUBNETS]);
});

test('the private subnet of a third zone has the same entries as the others', () => {
  const entries = [...entriesOf(prodTemplate, 'NetworkAclsPublic'), ...entriesOf(prodTemplate, 'NetworkAclsPrivate')];
  expect(entries.filter((entry) => entry.endsWith('10.1.12.0/24'))).toEqual([
    '202 allow tcp 443-443 in from 10.1.12.0/24',
    '202 allow tcp 1024-65535 out to 10.1.12.0/24',
    '302 allow icmp type 3 code 4 out to 10.1.12.0/24',
    '202 allow tcp 443-443 in from 10.1.12.0/24',
    '202 allow tcp 1024-65535 out to 10.1.12.0/24',
  ]);
});

test('private subnets have the same entries for IPv6, and public subnets have none', () => {
  const isIpv6 = (entry: string) => entry.endsWith('::/0');
  expect(entriesOf(ipv6Template, 'NetworkAclsPrivate').filter(isIpv6)).toEqual([
    '400 allow tcp 1024-65535 in from ::/0',
    '410 allow icmpv6 type 2 code 0 in from ::/0',
    '400 allow tcp 443-443 out to ::/0',
  ]);
  expect(entriesOf(ipv6Template, 'NetworkAclsPublic')).toEqual(entriesOf(devTemplate, 'NetworkAclsPublic'));
});

test('a VPN needs no entry of its own', () => {
  const { template } = networkOf(withNetwork(dev, { vpn }));
  for (const acl of ['NetworkAclsPublic', 'NetworkAclsPrivate']) {
    expect(entriesOf(template, acl)).toEqual(entriesOf(devTemplate, acl));
  }
});

test('every subnet is associated with the network ACL for its kind', () => {
  const associations = propertiesOf<{ SubnetId: Reference; NetworkAclId: Reference }>(
    prodTemplate,
    'AWS::EC2::SubnetNetworkAclAssociation',
  );
  const pairs = associations.map((each) => [target(each.SubnetId), target(each.NetworkAclId)]);
  const subnets = resourcesOf(prodTemplate, 'AWS::EC2::Subnet').map(([id]) => id);
  expect(pairs).toEqual(subnets.map((id) => [id, id.replace(/^Vpc(Public|Private).*/, 'NetworkAcls$1')]));
});
