import { Template } from 'aws-cdk-lib/assertions';
import { NetworkStack } from '../../lib/network/network-stack.ts';
import type { NetworkConfig } from '../../lib/stages/network-config.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { templateApp } from '../../lib/template-app.ts';

/** The id of another resource, or an attribute of it. */
export type Reference = { Ref: string } | { 'Fn::GetAtt': [string, string] };

/** A resource of a template. */
export interface Resource<P> {
  readonly Type: string;
  readonly Properties: P;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** A stage with changes to its network. */
export function withNetwork(stage: StageConfig, network: Partial<NetworkConfig>): StageConfig {
  return { ...stage, network: { ...stage.network, ...network } };
}

/** The network of a stage, and its template. */
export function networkOf(stage: StageConfig): { network: NetworkStack; template: Template } {
  const network = new NetworkStack(templateApp(), 'network', { stage });
  return { network, template: Template.fromStack(network) };
}

/** The resources of a type, by their logical ids. */
export function resourcesOf<P>(template: Template, type: string): [string, Resource<P>][] {
  return Object.entries(template.findResources(type)) as [string, Resource<P>][];
}

/** The properties of the resources of a type. */
export function propertiesOf<P>(template: Template, type: string): P[] {
  return resourcesOf<P>(template, type).map(([, resource]) => resource.Properties);
}

/** The logical id of a reference, without the hash at its end. */
export function target(reference: Reference): string {
  const id = 'Ref' in reference ? reference.Ref : reference['Fn::GetAtt'][0];
  return id.replace(/[0-9A-F]{8}$/, '');
}

/** The rules of the security group with the given description. */
export function rulesOf(template: Template, group: string): { out?: object[]; in?: object[] } {
  interface Group {
    readonly GroupDescription: string;
    readonly SecurityGroupEgress: object[];
    readonly SecurityGroupIngress?: object[];
  }
  const found = propertiesOf<Group>(template, 'AWS::EC2::SecurityGroup').find(
    (each) => each.GroupDescription === group,
  );
  return { out: found?.SecurityGroupEgress, in: found?.SecurityGroupIngress };
}

/** The routes of a template: the table, the destination, and the gateway. */
export function routesOf(template: Template): (string | undefined)[][] {
  interface Route {
    readonly RouteTableId: Reference;
    readonly DestinationCidrBlock?: string;
    readonly DestinationIpv6CidrBlock?: string;
    readonly [gateway: `${string}GatewayId`]: Reference;
  }
  return propertiesOf<Route>(template, 'AWS::EC2::Route').map((route) => [
    target(route.RouteTableId),
    route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock,
    ...Object.entries(route)
      .filter(([name]) => name.endsWith('GatewayId'))
      .map(([, gateway]) => target(gateway)),
  ]);
}
