import { hash } from 'node:crypto';
import type { Order } from '../../../lambda/orders/domain/order.ts';
import { NamedError } from '../faults.ts';
import { ORDER_ID } from './cast.ts';
import { keyOf, type Platform, type PlatformState } from './platform.ts';
import type { Answer, Option, Position, Positions } from './replay.ts';

/** The effect of a call whose caller has timed out. */
interface LateEffect {
  readonly id: string;
  readonly option: Option;
}

/** One state of an exploration, and the step that led to it. */
export interface Node {
  readonly state: PlatformState;
  /** The positions of the actors. */
  readonly positions: readonly Position[];
  /** The effects that land at some later step. */
  readonly late: readonly LateEffect[];
  /** The number of calls that may still time out. */
  readonly timeouts: number;
  /** The number of sweeps after all actors had ended. */
  readonly sweeps: number;
  readonly depth: number;
  readonly before?: Node;
  readonly step?: string;
}

/** A text that is the same for nodes from which the same nodes can be reached. */
export function hashOf({ state, positions, late, timeouts, sweeps }: Node): string {
  const rest = [positions, late].map((each) => each.map(({ id }) => id).join());
  return hash('sha1', JSON.stringify([keyOf(state), ...rest, timeouts, sweeps]), 'base64');
}

/** The order in a node's state. */
export function orderIn({ state }: Node): Order {
  return state.orders.orders.get(ORDER_ID) as Order;
}

/** The node to which a step leads. */
export function nodeAfter(before: Node, step: string, changes: Partial<Node>): Node {
  return { ...before, ...changes, depth: before.depth + 1, before, step };
}

/** The nodes to which one step leads: the call of an actor, its time-out, or the late effect of an earlier call. */
export async function nodesAfter(node: Node, actors: readonly Positions[], platform: Platform): Promise<Node[]> {
  const next: Node[] = [];
  for (const each of node.late) {
    platform.restore(node.state);
    await performed(each.option);
    const late = node.late.filter((other) => other !== each);
    next.push(nodeAfter(node, `late effect of ${each.option.label}`, { state: platform.save(), late }));
  }
  for (const [index, actor] of actors.entries()) {
    const position = node.positions[index] as Position;
    for (const call of position.pending) {
      for (const option of call.options) {
        platform.restore(node.state);
        if (!option.enabled()) continue;
        const answer = await performed(option);
        const state = platform.save();
        const positions = node.positions.with(index, await actor.after(position, call, answer));
        const step = `${actor.name}: ${option.label}`;
        next.push(
          nodeAfter(node, `${step}${'error' in answer ? ` fails: ${answer.error.name}` : ''}`, { state, positions }),
        );
        if (node.timeouts === 0 || !option.mayBeLate) continue;
        const timedOut = await actor.after(position, call, { error: new NamedError('Sandbox.Timedout') });
        next.push(
          nodeAfter(node, `${step} times out before its effect`, {
            positions: node.positions.with(index, timedOut),
            late: [...node.late, { id: `${index}.${position.id}.${call.id}`, option }],
            timeouts: node.timeouts - 1,
          }),
        );
      }
    }
  }
  return next;
}

async function performed({ effect }: Option): Promise<Answer> {
  try {
    return { value: await effect() };
  } catch (error) {
    return { error: error as Error };
  }
}

/** The steps that lead to a node, one in a line, with each new status of the order. */
export function stepsTo(node: Node): string[] {
  const steps: string[] = [];
  for (let each = node; each.before; each = each.before) {
    const [from, to] = [orderIn(each.before).status, orderIn(each).status];
    steps.unshift(`${each.step}${from === to ? '' : ` -> ${to}`}`);
  }
  return steps.map((step, index) => `${String(index + 1).padStart(4)} ${step}`);
}
