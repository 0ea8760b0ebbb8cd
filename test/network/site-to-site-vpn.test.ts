import { dev } from '../../lib/stages/dev.ts';
import { networkOf, propertiesOf, type Reference, target, withNetwork } from './network-template.ts';

const vpn = {
  customerGatewayAddress: '203.0.113.7',
  customerAsn: 65_010,
  remoteRanges: ['10.1.11.0/24', '10.11.1.0/24'],
};
const { template } = networkOf(withNetwork(dev, { vpn }));
const withoutVpn = networkOf(dev).template;

test.each(['VPNGateway', 'VPNConnection', 'VPNConnectionRoute', 'VPNGatewayRoutePropagation', 'CustomerGateway'])(
  'has no %s unless the stage asks for a VPN',
  (type) => {
    expect(template.findResources(`AWS::EC2::${type}`)).not.toEqual({});
    withoutVpn.resourceCountIs(`AWS::EC2::${type}`, 0);
  },
);

test("meets the customer's gateway at its address, by its number", () => {
  template.hasResourceProperties('AWS::EC2::CustomerGateway', {
    IpAddress: '203.0.113.7',
    BgpAsn: 65_010,
    Type: 'ipsec.1',
  });
});

test("gives the customer's number to the customer's end alone", () => {
  const [gateway] = propertiesOf<object>(template, 'AWS::EC2::VPNGateway');
  expect(gateway).toMatchObject({ Type: 'ipsec.1' });
  expect(gateway).not.toHaveProperty('AmazonSideAsn');
});

test('has a number of four bytes in the field CloudFormation has for it', () => {
  const large = withNetwork(dev, { vpn: { ...vpn, customerAsn: 4_200_000_000 } });
  const [gateway] = propertiesOf<object>(networkOf(large).template, 'AWS::EC2::CustomerGateway');
  expect(gateway).toMatchObject({ BgpAsnExtended: 4_200_000_000 });
  expect(gateway).not.toHaveProperty('BgpAsn');
});

test('connects both ends with static routes', () => {
  const connections = propertiesOf<{
    VpnGatewayId: Reference;
    CustomerGatewayId: Reference;
    StaticRoutesOnly: boolean;
  }>(template, 'AWS::EC2::VPNConnection');
  expect(
    connections.map((each) => [target(each.VpnGatewayId), target(each.CustomerGatewayId), each.StaticRoutesOnly]),
  ).toEqual([['VpcVpnGateway', 'SiteToSiteVpnConnectionCustomerGateway', true]]);
});

test('sends each remote range through the connection, though two have the same digits', () => {
  const routes = propertiesOf<{ DestinationCidrBlock: string; VpnConnectionId: Reference }>(
    template,
    'AWS::EC2::VPNConnectionRoute',
  );
  expect(routes.map((route) => [route.DestinationCidrBlock, target(route.VpnConnectionId)])).toEqual([
    ['10.1.11.0/24', 'SiteToSiteVpnConnection'],
    ['10.11.1.0/24', 'SiteToSiteVpnConnection'],
  ]);
});

test('routes the private subnets to the remote ranges, and no other', () => {
  const propagations = propertiesOf<{ VpnGatewayId: Reference; RouteTableIds: Reference[] }>(
    template,
    'AWS::EC2::VPNGatewayRoutePropagation',
  );
  expect(propagations.map((each) => [target(each.VpnGatewayId), each.RouteTableIds.map(target)])).toEqual([
    ['VpcVpnGateway', ['VpcPrivateARouteTable', 'VpcPrivateBRouteTable']],
  ]);
});

test("attaches Amazon's end to the VPC", () => {
  const attachments = propertiesOf<{ VpnGatewayId?: Reference; VpcId: Reference }>(
    template,
    'AWS::EC2::VPCGatewayAttachment',
  );
  const vpnAttachments = attachments.flatMap((each) => (each.VpnGatewayId ? [target(each.VpnGatewayId)] : []));
  expect(vpnAttachments).toEqual(['VpcVpnGateway']);
});
