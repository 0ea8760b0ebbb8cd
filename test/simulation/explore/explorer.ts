import { isSettled } from '../../../lambda/orders/domain/order-change.ts';
import { hashOf, type Node, nodeAfter, nodesAfter, orderIn, stepsTo } from './node.ts';
import type { Platform, PlatformState } from './platform.ts';
import { type Actor, Positions } from './replay.ts';
import { violationsAtEnd, violationsBetween, violationsIn } from './safety.ts';

/** The number of sweeps in which an order must be settled. */
const MAX_SWEEPS = 3;

/** Actors on a platform. */
export interface Explored {
  readonly platform: Platform;
  readonly actors: readonly Actor[];
  /** The states of the platform in which they begin. */
  readonly starts: readonly PlatformState[];
  /** Sweeps the overdue orders, after all actors have ended. */
  readonly sweep: () => Promise<unknown>;
  /** The number of calls that may time out before their effect. */
  readonly timeouts: number;
  readonly maxStates: number;
  /** The statuses in which the order may end. */
  readonly ends: readonly string[];
}

/** Result of an exploration. */
export interface Exploration {
  readonly states: number;
  readonly depth: number;
  /** False if the limit of states was reached, or an invariant was violated. */
  readonly complete: boolean;
  /** The violated invariant, and the steps that lead to it; empty if all hold. */
  readonly counterExample: readonly string[];
}

/**
 * Explores every interleaving of the actors' calls, depth first.
 *
 * A node that was visited before is not visited again. The invariants are checked in each.
 */
export async function explore({ platform, actors, sweep, ...explored }: Explored): Promise<Exploration> {
  const all = actors.map((actor) => new Positions(actor));
  const stack = await startsOf(all, explored);
  const visited = new Set<string>();
  let depth = 0;
  const result = (complete: boolean, node?: Node, violations: readonly string[] = []): Exploration => ({
    ...{ states: visited.size, depth, complete },
    counterExample: node ? [...violations.map((each) => `VIOLATION: ${each}`), ...stepsTo(node)] : [],
  });

  for (let node = stack.pop(); node; node = stack.pop()) {
    const violations = [
      ...violationsIn(node.state),
      ...(node.before ? violationsBetween(node.before.state, node.state) : []),
    ];
    if (violations.length > 0) return result(false, node, violations);
    const key = hashOf(node);
    if (visited.has(key)) continue;
    if (visited.size >= explored.maxStates) return result(false);
    visited.add(key);
    depth = Math.max(depth, node.depth);

    const next = await nodesAfter(node, all, platform);
    stack.push(...next);
    if (next.length > 0) continue;

    const settled = isSettled(orderIn(node).status);
    if (settled || node.sweeps === MAX_SWEEPS) {
      const atEnd = violationsAtEnd(node.state, explored.ends);
      if (atEnd.length > 0) return result(false, node, atEnd);
      continue;
    }
    platform.restore(node.state);
    await sweep();
    stack.push(nodeAfter(node, 'a later sweep', { state: platform.save(), sweeps: node.sweeps + 1 }));
  }
  return result(true);
}

/** Every state of the platform that an actor can leave behind. */
export async function statesOf(platform: Platform, actor: Actor): Promise<PlatformState[]> {
  const all = [new Positions(actor)];
  const stack = await startsOf(all, { starts: [platform.save()], timeouts: 0 });
  const states = new Map<string, PlatformState>();
  for (let node = stack.pop(); node; node = stack.pop()) {
    const key = hashOf(node);
    if (states.has(key)) continue;
    states.set(key, node.state);
    stack.push(...(await nodesAfter(node, all, platform)));
  }
  return [...states.values()];
}

async function startsOf(
  actors: readonly Positions[],
  { starts, timeouts }: Pick<Explored, 'starts' | 'timeouts'>,
): Promise<Node[]> {
  const positions = await Promise.all(actors.map((actor) => actor.first()));
  return starts.map((state) => ({ state, positions, late: [], timeouts, sweeps: 0, depth: 0 }));
}
