import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import { networkOf, propertiesOf, type Reference, resourcesOf, target } from './network-template.ts';

const inDev = networkOf(dev);
const inProd = networkOf(prod);

const gatewaysOf = (template: typeof inDev.template) =>
  propertiesOf<{ SubnetId: Reference; AllocationId: Reference }>(template, 'AWS::EC2::NatGateway').map((gateway) => [
    target(gateway.SubnetId),
    target(gateway.AllocationId),
  ]);

const policiesOf = (template: typeof inDev.template) =>
  resourcesOf(template, 'AWS::EC2::EIP').map(([id, address]) => [
    target({ Ref: id }),
    address.DeletionPolicy,
    address.UpdateReplacePolicy,
  ]);

test('the NAT gateway of dev has an elastic IP of the stack', () => {
  expect(gatewaysOf(inDev.template)).toEqual([['VpcPublicASubnet', 'NatAddressesA']]);
});

test('each NAT gateway of prod has the elastic IP of its zone', () => {
  expect(gatewaysOf(inProd.template)).toEqual([
    ['VpcPublicASubnet', 'NatAddressesA'],
    ['VpcPublicBSubnet', 'NatAddressesB'],
    ['VpcPublicCSubnet', 'NatAddressesC'],
  ]);
});

test('a stage that retains its data retains the elastic IPs', () => {
  expect(policiesOf(inProd.template)).toEqual([
    ['NatAddressesA', 'Retain', 'Retain'],
    ['NatAddressesB', 'Retain', 'Retain'],
    ['NatAddressesC', 'Retain', 'Retain'],
  ]);
});

test('another stage releases the elastic IPs', () => {
  expect(policiesOf(inDev.template)).toEqual([['NatAddressesA', 'Delete', 'Delete']]);
});

test('the stack outputs the addresses, for the allow-list of a payment provider', () => {
  const outputs = Object.entries(inProd.template.findOutputs('*'));
  expect(outputs.map(([id, output]) => [id, target(output.Value), output.Value['Fn::GetAtt'][1]])).toEqual([
    ['NatAddressA', 'NatAddressesA', 'PublicIp'],
    ['NatAddressB', 'NatAddressesB', 'PublicIp'],
    ['NatAddressC', 'NatAddressesC', 'PublicIp'],
  ]);
});

test('the network stack of prod has termination protection', () => {
  expect(inProd.network.terminationProtection).toBe(true);
  expect(inDev.network.terminationProtection).toBe(false);
});
