import { dev } from '../../lib/stages/dev.ts';
import { networkOf, propertiesOf, rulesOf } from './network-template.ts';

const { network, template } = networkOf(dev);

/** The CDK's rule for a group without outbound traffic: CloudFormation allows all outbound traffic if there is no rule. */
const NOTHING = { IpProtocol: 'icmp', FromPort: 252, ToPort: 86, CidrIp: '255.255.255.255/32' };

test('allows outbound HTTPS and no inbound connection for functions', () => {
  expect(rulesOf(template, 'Functions in the private subnets')).toEqual({
    out: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0', Description: 'HTTPS to anywhere' }],
  });
});

test('allows no outbound connection for endpoints', () => {
  expect(rulesOf(template, 'Interface endpoints in the private subnets')).toEqual({
    out: [expect.objectContaining(NOTHING)],
  });
});

test('allows only functions to connect to endpoints, by HTTPS', () => {
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

test('has no rule outside its groups', () => {
  expect(propertiesOf(template, 'AWS::EC2::SecurityGroupEgress')).toEqual([]);
});

test('the default security group has no rules', () => {
  expect(propertiesOf(template, 'Custom::VpcRestrictDefaultSG')).toEqual([
    expect.objectContaining({ DefaultSecurityGroupId: network.resolve(network.vpc.vpcDefaultSecurityGroup) }),
  ]);
});
