import type { Identity, Place } from './place.ts';
import type { UnfinishedOrders } from './unfinished-orders.ts';

/** What erasing a customer needs of the world. */
export interface EraseCustomerPorts {
  readonly unfinished: UnfinishedOrders;
  /** In this order: what is found only by an order comes before the orders, what needs their new name after them. */
  readonly places: readonly Place[];
}

/** What became of a place. */
export interface PlaceOutcome {
  readonly place: string;
  readonly state: 'done' | 'nothing' | 'failed' | 'not begun';
  /** What was done, or why it failed. */
  readonly what?: string;
}

/** What came of erasing a customer. */
export type ErasureResult =
  | { readonly kind: 'REFUSED'; readonly reason: string }
  | { readonly kind: 'ERASED' | 'INCOMPLETE' | 'NOTHING_KEPT'; readonly outcomes: readonly PlaceOutcome[] };

/**
 * Erases a customer place by place, and stops at the first that fails: each can be repeated.
 *
 * Where an order is not done with, no place is touched.
 */
export async function eraseCustomer(
  { unfinished, places }: EraseCustomerPorts,
  identity: Identity,
): Promise<ErasureResult> {
  const named = await unfinished.of(identity.customerId);
  if (named.length > 0) return { kind: 'REFUSED', reason: refusal(identity, named) };

  const outcomes: PlaceOutcome[] = [];
  for (const place of places) {
    const stopped = outcomes.at(-1)?.state === 'failed' || outcomes.at(-1)?.state === 'not begun';
    outcomes.push(stopped ? { place: place.name, state: 'not begun' } : await erased(place, identity));
  }
  if (outcomes.some(({ state }) => state === 'failed')) return { kind: 'INCOMPLETE', outcomes };
  return { kind: outcomes.every(({ state }) => state === 'nothing') ? 'NOTHING_KEPT' : 'ERASED', outcomes };
}

async function erased(place: Place, identity: Identity): Promise<PlaceOutcome> {
  try {
    const what = await place.erase(identity);
    return { place: place.name, ...(what ? { state: 'done', what } : { state: 'nothing' }) };
  } catch (error) {
    return { place: place.name, state: 'failed', what: (error as Error).message };
  }
}

function refusal({ customerId }: Identity, named: readonly string[]): string {
  return (
    `Customer ${customerId} has orders that are not done with, and nothing was changed: ${named.join(', ')}. ` +
    'Erase the customer when they are shipped and invoiced, cancelled or put right.'
  );
}
