import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { callersBox } from './callers.ts';
import { DeployedResources } from './deployed-resources.ts';
import { drawnEdges } from './drawn-edges.ts';
import type { Edge } from './edge.ts';
import { boxOf, type Node, nodesOf } from './nodes.ts';

const ARROWS: Record<Edge['kind'], string> = { trigger: '==>', write: '-->', read: '-.->' };

/** Synthesized stacks as a Mermaid flowchart: a frame for each, the services in it, and the edges between them. */
export function flowchart(stacks: readonly CloudFormationStackArtifact[]): string {
  const resources = new DeployedResources(stacks);
  const edges = drawnEdges(resources);
  const nodes = nodesOf(resources, edges);
  return [
    'flowchart LR',
    callersBox(resources),
    ...frames(nodes),
    ...callersArrows(nodes),
    ...arrows(edges, nodes),
  ].join('\n');
}

function frames(nodes: readonly Node[]): string[] {
  return [...Map.groupBy(nodes, ({ stack }) => stack)].flatMap(([stack, inside]) => {
    const boxes = inside.map(boxOf);
    return stack === undefined ? boxes : [`subgraph ${stack}`, ...boxes.map((box) => `  ${box}`), 'end'];
  });
}

function callersArrows(nodes: readonly Node[]): string[] {
  const apis = nodes.filter(({ resources }) => resources.some(({ type }) => type === 'AWS::ApiGateway::RestApi'));
  return apis.map(({ id }) => `callers ==> ${id}`);
}

/** One line for each source and kind of arrow, in the order of the boxes: `topic ==> queue & other_queue`. */
function arrows(edges: readonly Edge[], nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ id, resources }) =>
    Object.entries(ARROWS).flatMap(([drawn, arrow]) => {
      const ends = new Set(
        edges.flatMap(({ from, to, kind }) => (kind === drawn && resources.includes(from) ? [to] : [])),
      );
      const targets = nodes.filter((node) => node.resources.some((each) => ends.has(each)));
      return targets.length > 0 ? `${id} ${arrow} ${targets.map((target) => target.id).join(' & ')}` : [];
    }),
  );
}
