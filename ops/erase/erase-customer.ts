import type { ErasureTarget, Identity } from './erasure-target.ts';
import type { UnfinishedOrders } from './unfinished-orders.ts';

/** What erasing a customer needs of the world. */
export interface EraseCustomerPorts {
  readonly unfinished: UnfinishedOrders;
  /** In this order: what is found only by an order comes before the orders, what needs their new name after them. */
  readonly targets: readonly ErasureTarget[];
}

/** What became of a target. */
export interface TargetOutcome {
  readonly target: string;
  readonly state: 'done' | 'nothing' | 'failed' | 'not begun';
  /** What was done, or why it failed. */
  readonly what?: string;
}

/** What came of erasing a customer. */
export type ErasureResult =
  | { readonly kind: 'REFUSED'; readonly reason: string }
  | { readonly kind: 'ERASED' | 'INCOMPLETE' | 'NOTHING_KEPT'; readonly outcomes: readonly TargetOutcome[] };

/**
 * Erases a customer target by target, and stops at the first that fails: each can be repeated.
 *
 * Where an order is not done with, no target is touched.
 */
export async function eraseCustomer(
  { unfinished, targets }: EraseCustomerPorts,
  identity: Identity,
): Promise<ErasureResult> {
  const named = await unfinished.of(identity.customerId);
  if (named.length > 0) return { kind: 'REFUSED', reason: refusal(identity, named) };

  const outcomes: TargetOutcome[] = [];
  for (const target of targets) {
    const stopped = outcomes.at(-1)?.state === 'failed' || outcomes.at(-1)?.state === 'not begun';
    outcomes.push(stopped ? { target: target.name, state: 'not begun' } : await erased(target, identity));
  }
  if (outcomes.some(({ state }) => state === 'failed')) return { kind: 'INCOMPLETE', outcomes };
  return { kind: outcomes.every(({ state }) => state === 'nothing') ? 'NOTHING_KEPT' : 'ERASED', outcomes };
}

async function erased(target: ErasureTarget, identity: Identity): Promise<TargetOutcome> {
  try {
    const what = await target.erase(identity);
    return { target: target.name, ...(what ? { state: 'done', what } : { state: 'nothing' }) };
  } catch (error) {
    return { target: target.name, state: 'failed', what: (error as Error).message };
  }
}

function refusal({ customerId }: Identity, named: readonly string[]): string {
  return (
    `Customer ${customerId} has orders that are not done with, and nothing was changed: ${named.join(', ')}. ` +
    'Erase the customer when they are shipped and invoiced, cancelled or put right.'
  );
}
