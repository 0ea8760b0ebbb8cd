import type { DeployedResource, DeployedResources } from './deployed-resources.ts';
import type { Edge } from './edge.ts';
import { serviceOf } from './services.ts';
import { type Subscribers, subscribersOf } from './subscribers.ts';

/**
 * A box of the picture: resources of one construct that are of one type and have the same triggers, or one part of all
 * subscribers of a topic.
 */
export interface Node {
  readonly id: string;
  /** The id of the stack that the box is in. Undefined for subscribers, which are in several. */
  readonly stack?: string;
  readonly resources: readonly DeployedResource[];
}

/** The boxes that stand for the ends of the edges: subscribers last, others in the order of their resources' creation. */
export function nodesOf({ all }: DeployedResources, edges: readonly Edge[]): Node[] {
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const subscribers = subscribersOf(edges);
  const drawn = all.filter((resource) => ends.has(resource) && !subscribers.has(resource));
  return [
    ...[...Map.groupBy(drawn, (resource) => groupOf(resource, edges)).values()].flatMap((resources) => {
      const [first] = resources;
      return first ? [{ id: idOf(first.id), stack: first.stack, resources }] : [];
    }),
    ...subscriberNodes(subscribers),
  ];
}

/** The box of all queues of a topic's subscribers, and that of their functions: a new subscriber shall not change them. */
function subscriberNodes(subscribers: Subscribers): Node[] {
  const groups = Map.groupBy(subscribers, ([{ type }, topic]) =>
    idOf(`${topic.id}/Subscribers/${type.split('::').at(-1)}`),
  );
  return [...groups].map(([id, members]) => ({ id, resources: members.map(([resource]) => resource) }));
}

function idOf(path: string): string {
  return path.replaceAll(/\W/g, '_');
}

function groupOf(resource: DeployedResource, edges: readonly Edge[]): string {
  const triggers = edges
    .filter(({ kind, from, to }) => kind === 'trigger' && (from === resource || to === resource))
    .map(({ from, to }) => (from === resource ? `> ${to.id}` : from.id));
  return [resource.type, scopeOf(resource).join('/'), isInVpc(resource), ...triggers.sort()].join('|');
}

/** A box as Mermaid has it, with the service and the names of its resources: `documents[("S3<br/>Documents")]`. */
export function boxOf({ id, stack, resources }: Node): string {
  const service = resources.map(serviceOf)[0];
  if (!service) throw new Error(`Expected ${id} to be of a type that is drawn`);
  const network = resources.every(isInVpc) ? ['<i>in the VPC</i>'] : [];
  const names = stack === undefined ? ['one for each subscriber'] : linesOf(namesOf(resources));
  const text = [`<b>${service.label}</b>`, ...names, ...network].join('<br/>');
  return `${id}${service.shape[0]}"${text}"${service.shape[1]}`;
}

const NAMES_A_LINE = 2;

/** The names of resources. Of several functions only the first is named: a new step or route shall not change the picture. */
function namesOf(resources: readonly DeployedResource[]): string[] {
  const names = resources.map(nameOf);
  const areFunctions = resources[0]?.type === 'AWS::Lambda::Function';
  return areFunctions && names.length > 1 ? [`${names[0]} and others`] : names;
}

function linesOf(names: readonly string[]): string[] {
  return names.length <= NAMES_A_LINE
    ? [names.join(', ')]
    : [`${names.slice(0, NAMES_A_LINE).join(', ')},`, ...linesOf(names.slice(NAMES_A_LINE))];
}

function nameOf(resource: DeployedResource): string {
  return pathOf(resource).at(-1) ?? '';
}

function scopeOf(resource: DeployedResource): string[] {
  return pathOf(resource).slice(0, -1);
}

/** The construct's path, without a last part that only repeats the type: `messaging/OrderTopic/Topic`. */
function pathOf({ id, type }: DeployedResource): string[] {
  const path = id.split('/');
  return path.length > 2 && type.endsWith(path.at(-1) ?? '') ? path.slice(0, -1) : path;
}

function isInVpc({ properties }: DeployedResource): boolean {
  return 'VpcConfig' in properties;
}
