import { dev } from '../../lib/stages/dev.ts';
import { networkOf, resourcesOf, routesOf, rulesOf, withNetwork } from './network-template.ts';

interface DualStackSubnet {
  readonly Ipv6CidrBlock?: { 'Fn::Select': [number, unknown] };
  readonly AssignIpv6AddressOnCreation?: boolean;
}

const devTemplate = networkOf(dev).template;
const { network, template } = networkOf(withNetwork(dev, { ipv6: true }));

test('a stage without IPv6 has no IPv6 resource or rule', () => {
  const ipv6 = /ipv6|::\/0|EgressOnly/i;
  expect(JSON.stringify(template.toJSON())).toMatch(ipv6);
  expect(JSON.stringify(devTemplate.toJSON())).not.toMatch(ipv6);
});

test('the VPC has an IPv6 block that Amazon provides', () => {
  template.hasResourceProperties('AWS::EC2::VPCCidrBlock', {
    AmazonProvidedIpv6CidrBlock: true,
    VpcId: network.resolve(network.vpc.vpcId),
  });
});

test('each subnet has a /64 block, chosen by the letter of its zone', () => {
  const subnets = resourcesOf<DualStackSubnet>(template, 'AWS::EC2::Subnet');
  const vpcBlock = network.resolve(network.vpc.vpcIpv6CidrBlocks);
  const blocks = { 'Fn::Cidr': [{ 'Fn::Select': [0, vpcBlock] }, 256, '64'] };
  expect(subnets.map(([id, subnet]) => [id, subnet.Properties.Ipv6CidrBlock])).toEqual([
    ['VpcPublicASubnet', { 'Fn::Select': [0, blocks] }],
    ['VpcPublicBSubnet', { 'Fn::Select': [2, blocks] }],
    ['VpcPrivateASubnet', { 'Fn::Select': [1, blocks] }],
    ['VpcPrivateBSubnet', { 'Fn::Select': [3, blocks] }],
  ]);
});

test('private subnets reach IPv6 addresses through an egress-only gateway', () => {
  template.hasResourceProperties('AWS::EC2::EgressOnlyInternetGateway', { VpcId: network.resolve(network.vpc.vpcId) });
  expect(routesOf(template).filter(([, destination]) => destination === '::/0')).toEqual([
    ['VpcPublicARouteTable', '::/0', 'VpcIGW'],
    ['VpcPublicBRouteTable', '::/0', 'VpcIGW'],
    ['VpcPrivateARouteTable', '::/0', 'VpcEIGW6'],
    ['VpcPrivateBRouteTable', '::/0', 'VpcEIGW6'],
  ]);
});

test('functions may open HTTPS connections over IPv4 and IPv6', () => {
  const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };
  expect(rulesOf(template, 'Functions in the private subnets').out).toEqual([
    { ...https, CidrIp: '0.0.0.0/0', Description: 'HTTPS to anywhere' },
    { ...https, CidrIpv6: '::/0', Description: 'HTTPS to anywhere on IPv6' },
  ]);
});
