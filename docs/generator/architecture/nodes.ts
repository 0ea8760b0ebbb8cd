import type { DeployedResource, DeployedResources } from './deployed-resources.ts';
import type { Edge } from './edge.ts';
import { serviceOf } from './services.ts';

/** A box of the picture: resources of one construct that are of one type and have the same triggers. */
export interface Node {
  readonly id: string;
  /** The id of the stack that the box is in. */
  readonly stack: string;
  readonly resources: readonly DeployedResource[];
}

/** The boxes that stand for the ends of the edges, in the order in which the resources are created. */
export function nodesOf({ all }: DeployedResources, edges: readonly Edge[]): Node[] {
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const drawn = all.filter((resource) => ends.has(resource));
  return [...Map.groupBy(drawn, (resource) => groupOf(resource, edges)).values()].flatMap((resources) => {
    const [first] = resources;
    return first ? [{ id: first.id.replaceAll(/\W/g, '_'), stack: first.stack, resources }] : [];
  });
}

function groupOf(resource: DeployedResource, edges: readonly Edge[]): string {
  const triggers = edges
    .filter(({ kind, from, to }) => kind === 'trigger' && (from === resource || to === resource))
    .map(({ from, to }) => (from === resource ? `> ${to.id}` : from.id));
  return [resource.type, scopeOf(resource).join('/'), isInVpc(resource), ...triggers.sort()].join('|');
}

/** A box as Mermaid has it, with the service and the names of its resources: `documents[("S3<br/>Documents")]`. */
export function boxOf({ id, resources }: Node): string {
  const service = resources.map(serviceOf)[0];
  if (!service) throw new Error(`Expected ${id} to be of a type that is drawn`);
  const network = resources.every(isInVpc) ? ['<i>in the VPC</i>'] : [];
  const text = [`<b>${service.label}</b>`, ...linesOf(namesOf(resources)), ...network].join('<br/>');
  return `${id}${service.shape[0]}"${text}"${service.shape[1]}`;
}

/** The largest group of functions whose names are all shown: a new step or route shall not change the picture. */
const FUNCTIONS_IN_FULL = 4;
const NAMES_A_LINE = 2;

function namesOf(resources: readonly DeployedResource[]): string[] {
  const names = resources.map(nameOf);
  const isLong = names.length > FUNCTIONS_IN_FULL && resources[0]?.type === 'AWS::Lambda::Function';
  return isLong ? [...names.slice(0, FUNCTIONS_IN_FULL - 1), 'and others'] : names;
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
