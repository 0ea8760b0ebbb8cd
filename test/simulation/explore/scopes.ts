import type { Cast } from './cast.ts';
import { ORDERS, type OrderName } from './orders.ts';
import type { Actor } from './replay.ts';

/** An actor beside the executions that the stream starts, and the statuses in which the order may end because of it. */
interface Extra {
  readonly actor: (cast: Cast) => Actor;
  readonly ends: readonly string[];
}

/** The actors, by name. */
export const EXTRAS = {
  'second execution': { actor: (cast) => cast.manualExecution('purchase'), ends: [] },
  'cancellation nobody requested': { actor: (cast) => cast.manualExecution('cancellation'), ends: [] },
  'refund nobody requested': { actor: (cast) => cast.manualExecution('refund'), ends: [] },
  'customer cancels': { actor: (cast) => cast.cancellation(), ends: ['CANCELLED'] },
  'customer requests a refund': { actor: (cast) => cast.refund(), ends: ['REFUNDED'] },
  'operator approves': { actor: (cast) => cast.operator('APPROVED'), ends: [] },
  'operator denies': { actor: (cast) => cast.operator('DENIED'), ends: [] },
  'operator redrives': { actor: (cast) => cast.redrive(), ends: [] },
  'operator resolves': {
    actor: (cast) => cast.resolution(),
    ends: ['FAILED', 'SHIPPED', 'REFUNDED', 'NEEDS_ATTENTION'],
  },
  sweeper: { actor: (cast) => cast.sweeper(), ends: [] },
  'second execution ended': { actor: (cast) => cast.manualCompensation('purchase'), ends: [] },
  compensation: { actor: (cast) => cast.compensation('compensation'), ends: ['FAILED'] },
  'second compensation': { actor: (cast) => cast.compensation('second compensation'), ends: ['FAILED'] },
} as const satisfies Record<string, Extra>;

/** The name of an actor. */
export type ExtraName = keyof typeof EXTRAS;

/** One exploration. */
export interface Scope {
  readonly order: OrderName;
  /** The actors beside the execution of the order. */
  readonly extras: readonly ExtraName[];
  /** True if the execution of the order was aborted: the others begin in each state that it can leave behind. */
  readonly aborted: boolean;
  /** The number of calls that may time out before their effect. */
  readonly timeouts: number;
  readonly maxStates: number;
  /** True if compensations act without a claim, which must be detected. */
  readonly withoutClaims?: boolean;
}

const COMPLETE = Number.POSITIVE_INFINITY;
/** The number of states of an exploration that is not complete. */
const BOUND = 15_000;

const names = Object.keys(EXTRAS) as ExtraName[];
const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const));
const orders = Object.keys(ORDERS) as OrderName[];

/** Every pair of actors in full, and every triple, and late effects, up to a bound. */
export const SCOPES: readonly Scope[] = [
  ...orders.flatMap((order) => [
    ...names.map((name) => ({ order, extras: [name], aborted: false, timeouts: 0, maxStates: COMPLETE })),
    ...names.map((name) => ({ order, extras: [name], aborted: false, timeouts: 1, maxStates: BOUND })),
  ]),
  ...orders.flatMap((order) =>
    pairs.map((extras) => ({ order, extras, aborted: true, timeouts: 0, maxStates: COMPLETE })),
  ),
  ...pairs.map((extras) => ({
    order: 'one parcel' as const,
    ...{ extras, aborted: false, timeouts: 0, maxStates: BOUND },
  })),
];

/** The statuses in which the order of a scope may end. */
export function endsOf({ order, extras, aborted }: Scope): string[] {
  // An execution that has claimed the order is compensated, though it runs: it was redriven since.
  const redriven = extras.includes('second execution') && extras.includes('second execution ended');
  const mayFail = aborted || redriven;
  return [...ORDERS[order].ends, ...extras.flatMap((name) => EXTRAS[name].ends), ...(mayFail ? ['FAILED'] : [])];
}

/** A scope in words. */
export function titleOf({ order, extras, aborted, timeouts }: Scope): string {
  const execution = aborted ? 'aborted execution' : 'execution';
  return `${order}: ${[execution, ...extras].join(' × ')}${timeouts > 0 ? ', a late effect' : ''}`;
}
