import type { DeployedResource, DeployedResources } from './deployed-resources.ts';
import type { Edge } from './edge.ts';
import { permissions } from './permissions.ts';
import { serviceOf } from './services.ts';
import { triggers } from './triggers.ts';

/**
 * The edges of the picture: at most one between two resources, and only those that a reader needs to follow an order.
 *
 * Failure destinations are left out, as nearly every service has one; so are reads of what others write.
 */
export function drawnEdges(resources: DeployedResources): Edge[] {
  const aside = failureDestinations(resources);
  const drawn = [...triggers(resources), ...permissions(resources)].filter(
    ({ from, to }) => from !== to && serviceOf(from) && serviceOf(to) && !aside.has(to),
  );
  const once = firstOfEachPair(drawn);
  const written = new Set(once.flatMap(({ to, kind }) => (kind === 'write' ? [to] : [])));
  const sources = new Set(once.map(({ from }) => from));
  return once.filter(
    ({ to, kind }) => !(kind === 'read' && written.has(to)) && (to.type !== 'AWS::Events::Rule' || sources.has(to)),
  );
}

/** The triggers come first: permissions in either direction of a trigger only serve it. */
function firstOfEachPair(edges: readonly Edge[]): Edge[] {
  const pairOf = ({ from, to }: Edge) => [from.id, to.id].sort().join(' ');
  return [...Map.groupBy(edges, pairOf).values()].flatMap(([first]) => first ?? []);
}

function failureDestinations(resources: DeployedResources): Set<DeployedResource> {
  return new Set(
    resources.all.flatMap(({ properties: { DestinationConfig, RedrivePolicy, Targets }, stack }) => {
      const targets = Array.isArray(Targets) ? Targets : [];
      const ofTargets = targets.map(({ DeadLetterConfig }) => DeadLetterConfig);
      return resources.referredBy([DestinationConfig, RedrivePolicy, ofTargets], stack);
    }),
  );
}
