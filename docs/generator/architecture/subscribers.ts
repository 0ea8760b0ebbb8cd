import type { DeployedResource } from './deployed-resources.ts';
import type { Edge } from './edge.ts';

/** The queues and functions of topics that several queues subscribe to, each with the topic it receives messages from. */
export type Subscribers = ReadonlyMap<DeployedResource, DeployedResource>;

/** Finds the subscribers: of each topic, the queues, and the functions that consume them. */
export function subscribersOf(edges: readonly Edge[]): Subscribers {
  const targets = (of: DeployedResource, type: string) =>
    edges.flatMap(({ from, to, kind }) => (kind === 'trigger' && from === of && to.type === type ? [to] : []));

  const topics = new Set(edges.flatMap(({ from }) => (from.type === 'AWS::SNS::Topic' ? [from] : [])));
  return new Map(
    [...topics].flatMap((topic) => {
      const queues = targets(topic, 'AWS::SQS::Queue');
      const consumers = queues.flatMap((queue) => targets(queue, 'AWS::Lambda::Function'));
      return queues.length > 1 ? [...queues, ...consumers].map((each) => [each, topic] as const) : [];
    }),
  );
}
