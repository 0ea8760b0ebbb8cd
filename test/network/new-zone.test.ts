import { prod } from '../../lib/stages/prod.ts';
import { networkOf, withNetwork } from './network-template.ts';

const before = withNetwork(prod, { ipv6: true });
const zoneD = { name: 'eu-central-1d', publicRange: '10.1.3.0/24', privateRange: '10.1.13.0/24' };
const after = withNetwork(before, { zones: [zoneD, ...prod.network.zones], natGateways: 4 });

/** Endpoints list the private subnets of all zones, and therefore change with a zone. */
const SHARED = 'AWS::EC2::VPCEndpoint';

test('adding a zone changes no resource of the other zones, wherever it is listed', () => {
  const { Resources: old } = networkOf(before).template.toJSON();
  const { Resources: all } = networkOf(after).template.toJSON();

  const moved = Object.keys(old).filter((id) => {
    return old[id].Type !== SHARED && JSON.stringify(old[id]) !== JSON.stringify(all[id]);
  });
  expect(moved).toEqual([]);
  expect(Object.keys(all)).toEqual(expect.arrayContaining(['VpcPublicDSubnet', 'VpcPrivateDSubnet']));
});
