import { dev } from '../../lib/stages/dev.ts';
import { networkOf, propertiesOf, rulesOf } from './network-template.ts';

const { network, template } = networkOf(dev);

/** What the CDK writes for a group that sends nothing out: CloudFormation takes no rule at all for "everything". */
const NOTHING = { IpProtocol: 'icmp', FromPort: 252, ToPort: 86, CidrIp: '255.255.255.255/32' };

test('lets functions begin HTTPS connections, and nothing connect to them', () => {
  expect(rulesOf(template, 'Functions in the private subnets')).toEqual({
    out: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0', Description: 'HTTPS to anywhere' }],
  });
});

test('lets endpoints begin no connection', () => {
  expect(rulesOf(template, 'Interface endpoints in the private subnets')).toEqual({
    out: [expect.objectContaining(NOTHING)],
  });
});

test('lets functions alone connect to endpoints, and only by HTTPS', () => {
  expect(propertiesOf(template, 'AWS::EC2::SecurityGroupIngress')).toEqual([
    {
      GroupId: network.resolve(network.endpointsSecurityGroup.securityGroupId),
      SourceSecurityGroupId: network.resolve(network.functionsSecurityGroup.securityGroupId),
      IpProtocol: 'tcp',
      FromPort: 443,
      ToPort: 443,
      Description: 'HTTPS from functions',
    },
  ]);
});

test('adds no rule to a group from elsewhere', () => {
  expect(propertiesOf(template, 'AWS::EC2::SecurityGroupEgress')).toEqual([]);
});

test('closes the default security group', () => {
  expect(propertiesOf(template, 'Custom::VpcRestrictDefaultSG')).toEqual([
    expect.objectContaining({ DefaultSecurityGroupId: network.resolve(network.vpc.vpcDefaultSecurityGroup) }),
  ]);
});
