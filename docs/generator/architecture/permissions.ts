import type { DeployedResource, DeployedResources } from './deployed-resources.ts';
import type { Edge } from './edge.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

/** Actions that change a resource or put something into it. */
const WRITES = /:(Put|Update|Delete|Publish|Send|Start)/;

/** The edges that roles make: from each holder of a role to the resources that the role's policies name. */
export function permissions(resources: DeployedResources): Edge[] {
  const holders = holdersOfRoles(resources);
  return resources.all
    .filter(({ type }) => type === 'AWS::IAM::Policy')
    .flatMap(({ stack, properties: { Roles, PolicyDocument } }) => {
      const sources = resources.referredBy(Roles, stack).flatMap((role) => holders.get(role) ?? []);
      return (PolicyDocument as { Statement: Statement[] }).Statement.flatMap(
        ({ Effect, Action, Resource }): Edge[] => {
          if (Effect !== 'Allow') return [];
          const kind = [Action].flat().some((action) => WRITES.test(action)) ? 'write' : 'read';
          const targets = resources.referredBy(Resource, stack);
          return sources.flatMap((from) => targets.map((to): Edge => ({ from, to, kind })));
        },
      );
    });
}

/** The functions that act by each role, and the API if one of its methods does. */
function holdersOfRoles(resources: DeployedResources): Map<DeployedResource, DeployedResource[]> {
  const held = resources.all.flatMap((resource) => {
    const { Role, Integration, RestApiId } = resource.properties;
    const [holder = resource] = resources.referredBy(RestApiId, resource.stack);
    return resources.referredBy([Role, Integration], resource.stack).map((role) => ({ role, holder }));
  });
  const byRole = Map.groupBy(held, ({ role }) => role);
  return new Map([...byRole].map(([role, holders]) => [role, holders.map(({ holder }) => holder)]));
}
