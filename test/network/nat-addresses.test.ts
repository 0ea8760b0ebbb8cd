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

test('gives the one NAT gateway of dev an address of the stack', () => {
  expect(gatewaysOf(inDev.template)).toEqual([['VpcPublicASubnet', 'NatAddressesA']]);
});

test('gives each NAT gateway of prod the address of its zone', () => {
  expect(gatewaysOf(inProd.template)).toEqual([
    ['VpcPublicASubnet', 'NatAddressesA'],
    ['VpcPublicBSubnet', 'NatAddressesB'],
    ['VpcPublicCSubnet', 'NatAddressesC'],
  ]);
});

test('keeps the addresses of a stage that retains its data', () => {
  expect(policiesOf(inProd.template)).toEqual([
    ['NatAddressesA', 'Retain', 'Retain'],
    ['NatAddressesB', 'Retain', 'Retain'],
    ['NatAddressesC', 'Retain', 'Retain'],
  ]);
});

test('releases the addresses of a stage that does not', () => {
  expect(policiesOf(inDev.template)).toEqual([['NatAddressesA', 'Delete', 'Delete']]);
});

test('prints the addresses for those who allow-list them', () => {
  const outputs = Object.entries(inProd.template.findOutputs('*'));
  expect(outputs.map(([id, output]) => [id, target(output.Value), output.Value['Fn::GetAtt'][1]])).toEqual([
    ['NatAddressA', 'NatAddressesA', 'PublicIp'],
    ['NatAddressB', 'NatAddressesB', 'PublicIp'],
    ['NatAddressC', 'NatAddressesC', 'PublicIp'],
  ]);
});

test('protects the stack that holds the addresses of prod from deletion', () => {
  expect(inProd.network.terminationProtection).toBe(true);
  expect(inDev.network.terminationProtection).toBe(false);
});
