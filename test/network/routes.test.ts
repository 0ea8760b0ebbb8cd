import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import { networkOf, propertiesOf, type Reference, resourcesOf, routesOf, target } from './network-template.ts';

const devTemplate = networkOf(dev).template;
const prodTemplate = networkOf(prod).template;

test('both zones of dev route to the internet through one NAT gateway', () => {
  expect(routesOf(devTemplate)).toEqual([
    ['VpcPublicARouteTable', '0.0.0.0/0', 'VpcIGW'],
    ['VpcPublicBRouteTable', '0.0.0.0/0', 'VpcIGW'],
    ['VpcPrivateARouteTable', '0.0.0.0/0', 'VpcPublicANATGateway'],
    ['VpcPrivateBRouteTable', '0.0.0.0/0', 'VpcPublicANATGateway'],
  ]);
});

test('each zone of prod routes to the internet through its own NAT gateway', () => {
  expect(routesOf(prodTemplate)).toEqual([
    ['VpcPublicARouteTable', '0.0.0.0/0', 'VpcIGW'],
    ['VpcPublicBRouteTable', '0.0.0.0/0', 'VpcIGW'],
    ['VpcPublicCRouteTable', '0.0.0.0/0', 'VpcIGW'],
    ['VpcPrivateARouteTable', '0.0.0.0/0', 'VpcPublicANATGateway'],
    ['VpcPrivateBRouteTable', '0.0.0.0/0', 'VpcPublicBNATGateway'],
    ['VpcPrivateCRouteTable', '0.0.0.0/0', 'VpcPublicCNATGateway'],
  ]);
});

test('the internet gateway is attached to the VPC', () => {
  const attachments = propertiesOf<{ InternetGatewayId: Reference; VpcId: Reference }>(
    devTemplate,
    'AWS::EC2::VPCGatewayAttachment',
  );
  expect(attachments.map((each) => [target(each.InternetGatewayId), target(each.VpcId)])).toEqual([['VpcIGW', 'Vpc']]);
});

test.each([
  ['dev', devTemplate],
  ['prod', prodTemplate],
])('no subnet of %s uses the main route table, which has no route', (_, template) => {
  const ownTables = resourcesOf(template, 'AWS::EC2::RouteTable').map(([id]) => id);
  const associations = propertiesOf<{ SubnetId: Reference; RouteTableId: Reference }>(
    template,
    'AWS::EC2::SubnetRouteTableAssociation',
  );
  const pairs = associations.map((each) => [target(each.SubnetId), target(each.RouteTableId)]);

  const subnets = resourcesOf(template, 'AWS::EC2::Subnet').map(([id]) => id);
  expect(pairs).toEqual(subnets.map((id) => [id, id.replace(/Subnet$/, 'RouteTable')]));
  expect(ownTables).toEqual(pairs.map(([, table]) => table));
  expect(ownTables).toEqual(expect.arrayContaining(routesOf(template).map(([table]) => table)));
});

test.each([
  ['dev', devTemplate, ['VpcPrivateARouteTable', 'VpcPrivateBRouteTable']],
  ['prod', prodTemplate, ['VpcPrivateARouteTable', 'VpcPrivateBRouteTable', 'VpcPrivateCRouteTable']],
])('only the private subnets of %s have gateway endpoints for S3 and DynamoDB', (_, template, tables) => {
  interface Endpoint {
    readonly ServiceName: { 'Fn::Join': [string, unknown[]] };
    readonly VpcEndpointType: string;
    readonly RouteTableIds: Reference[];
  }
  const endpoints = propertiesOf<Endpoint>(template, 'AWS::EC2::VPCEndpoint');
  const rows = endpoints.map((each) => [
    each.VpcEndpointType,
    each.ServiceName['Fn::Join'][1].at(-1),
    each.RouteTableIds.map(target),
  ]);
  expect(rows).toEqual([
    ['Gateway', '.s3', tables],
    ['Gateway', '.dynamodb', tables],
  ]);
});
