import type { ErasureTarget, Identity } from './erasure-target.ts';
import type { UnfinishedOrders } from './unfinished-orders.ts';

/** Ports of erasing a customer. */
export interface EraseCustomerPorts {
  readonly unfinished: UnfinishedOrders;
  /** In order of erasure: data found by its order comes before the orders, data that needs their pseudonym after them. */
  readonly targets: readonly ErasureTarget[];
}

/** Result for one target. */
export interface TargetOutcome {
  readonly target: string;
  readonly state: 'done' | 'nothing' | 'failed' | 'not begun';
  /** A description of the action, or the reason for its failure. */
  readonly what?: string;
}

/** Result of erasing a customer. */
export type ErasureResult =
  | { readonly kind: 'REFUSED'; readonly reason: string }
  | { readonly kind: 'ERASED' | 'INCOMPLETE' | 'NOTHING_KEPT'; readonly outcomes: readonly TargetOutcome[] };

/**
 * Erases a customer from one target after the other and stops at the first failure. Every step can be repeated.
 *
 * Changes nothing if an order of the customer is unfinished.
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
    `Customer ${customerId} has unfinished orders, so nothing was changed: ${named.join(', ')}. ` +
    'Erase the customer when they are shipped and invoiced, cancelled or settled by an operator.'
  );
}
