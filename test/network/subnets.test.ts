import { ExplicitIpv4Addresses } from '../../lib/network/explicit-addresses.ts';
import { PRIVATE_SUBNETS } from '../../lib/platform/private-subnets.ts';
import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import { networkOf, propertiesOf } from './network-template.ts';

interface Subnet {
  readonly AvailabilityZone: string;
  readonly CidrBlock: string;
  readonly MapPublicIpOnLaunch: boolean;
}

const TYPE = 'AWS::EC2::Subnet';
const { network: devNetwork, template: devTemplate } = networkOf(dev);
const prodTemplate = networkOf(prod).template;

test('dev has a public and a private subnet in each of two zones, with the configured ranges', () => {
  devTemplate.hasResourceProperties('AWS::EC2::VPC', { CidrBlock: '10.2.0.0/16' });
  const subnets = propertiesOf<Subnet>(devTemplate, TYPE);
  expect(subnets.map((subnet) => [subnet.AvailabilityZone, subnet.CidrBlock])).toEqual([
    ['eu-central-1a', '10.2.0.0/24'],
    ['eu-central-1b', '10.2.1.0/24'],
    ['eu-central-1a', '10.2.10.0/24'],
    ['eu-central-1b', '10.2.11.0/24'],
  ]);
});

test('prod has a public and a private subnet in each of three zones, with the configured ranges', () => {
  prodTemplate.hasResourceProperties('AWS::EC2::VPC', { CidrBlock: '10.1.0.0/16' });
  const subnets = propertiesOf<Subnet>(prodTemplate, TYPE);
  expect(subnets.map((subnet) => [subnet.AvailabilityZone, subnet.CidrBlock])).toEqual([
    ['eu-central-1a', '10.1.0.0/24'],
    ['eu-central-1b', '10.1.1.0/24'],
    ['eu-central-1c', '10.1.2.0/24'],
    ['eu-central-1a', '10.1.10.0/24'],
    ['eu-central-1b', '10.1.11.0/24'],
    ['eu-central-1c', '10.1.12.0/24'],
  ]);
});

test('the selection for functions contains the private subnets only', () => {
  const { subnetIds } = devNetwork.vpc.selectSubnets(PRIVATE_SUBNETS);
  expect(devNetwork.resolve(subnetIds)).toEqual([{ Ref: 'VpcPrivateASubnet' }, { Ref: 'VpcPrivateBSubnet' }]);
});

test('no subnet assigns public addresses by default', () => {
  const subnets = propertiesOf<Subnet>(prodTemplate, TYPE);
  expect(subnets.filter((subnet) => subnet.MapPublicIpOnLaunch !== false)).toEqual([]);
});

test('a subnet in an unknown zone is refused with the zones of the stage', () => {
  const addresses = new ExplicitIpv4Addresses(dev.network);
  const subnet = {
    availabilityZone: 'eu-central-1f',
    subnetConstructId: 'PrivateSubnet1',
    configuration: { name: 'Private', ...PRIVATE_SUBNETS, subnetType: PRIVATE_SUBNETS.subnetType as never },
  };
  expect(() => addresses.allocateSubnetsCidr({ vpcCidr: '10.2.0.0/16', requestedSubnets: [subnet] })).toThrow(
    "'availabilityZone' must be one of the stage's zones eu-central-1a, eu-central-1b, got \"eu-central-1f\"",
  );
});
