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
  'a stage without a VPN has no %s',
  (type) => {
    expect(template.findResources(`AWS::EC2::${type}`)).not.toEqual({});
    withoutVpn.resourceCountIs(`AWS::EC2::${type}`, 0);
  },
);

test('the customer gateway has the address and the AS number of the stage', () => {
  template.hasResourceProperties('AWS::EC2::CustomerGateway', {
    IpAddress: '203.0.113.7',
    BgpAsn: 65_010,
    Type: 'ipsec.1',
  });
});

test('the AS number of the customer is not used for the VPN gateway', () => {
  const [gateway] = propertiesOf<object>(template, 'AWS::EC2::VPNGateway');
  expect(gateway).toMatchObject({ Type: 'ipsec.1' });
  expect(gateway).not.toHaveProperty('AmazonSideAsn');
});

test('a 4-byte AS number is set as BgpAsnExtended', () => {
  const large = withNetwork(dev, { vpn: { ...vpn, customerAsn: 4_200_000_000 } });
  const [gateway] = propertiesOf<object>(networkOf(large).template, 'AWS::EC2::CustomerGateway');
  expect(gateway).toMatchObject({ BgpAsnExtended: 4_200_000_000 });
  expect(gateway).not.toHaveProperty('BgpAsn');
});

test('the VPN connection uses static routes', () => {
  const connections = propertiesOf<{
    VpnGatewayId: Reference;
    CustomerGatewayId: Reference;
    StaticRoutesOnly: boolean;
  }>(template, 'AWS::EC2::VPNConnection');
  expect(
    connections.map((each) => [target(each.VpnGatewayId), target(each.CustomerGatewayId), each.StaticRoutesOnly]),
  ).toEqual([['VpcVpnGateway', 'SiteToSiteVpnConnectionCustomerGateway', true]]);
});

test('each remote range has a route, also if two ranges have the same digits', () => {
  const routes = propertiesOf<{ DestinationCidrBlock: string; VpnConnectionId: Reference }>(
    template,
    'AWS::EC2::VPNConnectionRoute',
  );
  expect(routes.map((route) => [route.DestinationCidrBlock, target(route.VpnConnectionId)])).toEqual([
    ['10.1.11.0/24', 'SiteToSiteVpnConnection'],
    ['10.11.1.0/24', 'SiteToSiteVpnConnection'],
  ]);
});

test('routes are propagated to the private subnets only', () => {
  const propagations = propertiesOf<{ VpnGatewayId: Reference; RouteTableIds: Reference[] }>(
    template,
    'AWS::EC2::VPNGatewayRoutePropagation',
  );
  expect(propagations.map((each) => [target(each.VpnGatewayId), each.RouteTableIds.map(target)])).toEqual([
    ['VpcVpnGateway', ['VpcPrivateARouteTable', 'VpcPrivateBRouteTable']],
  ]);
});

test('the VPN gateway is attached to the VPC', () => {
  const attachments = propertiesOf<{ VpnGatewayId?: Reference; VpcId: Reference }>(
    template,
    'AWS::EC2::VPCGatewayAttachment',
  );
  const vpnAttachments = attachments.flatMap((each) => (each.VpnGatewayId ? [target(each.VpnGatewayId)] : []));
  expect(vpnAttachments).toEqual(['VpcVpnGateway']);
});
