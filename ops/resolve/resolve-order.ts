import { hasKnownStatus, type Order, type StoredOrder } from '../../lambda/orders/domain/order.ts';
import type { StockMove } from '../../lambda/orders/domain/order-change.ts';
import { OrderConflict, type OrderStore, storedOrderOf } from '../../lambda/orders/store/order-store.ts';
import { UserError } from '../user-error.ts';
import type { Resolution, ResolvedStatus } from './resolve-options.ts';

/** The place of an order's goods. */
type Goods = 'AVAILABLE' | 'RESERVED' | 'SHIPPED';

/** The stock that moves when an order is resolved, by the place of its goods; a status that is absent is refused. */
const MOVES: Record<Goods, Partial<Record<ResolvedStatus, StockMove | 'none'>>> = {
  AVAILABLE: { FAILED: 'none', CANCELLED: 'none' },
  RESERVED: { FAILED: 'release', CANCELLED: 'release', REFUNDED: 'release', SHIPPED: 'ship' },
  SHIPPED: { REFUNDED: 'restock', SHIPPED: 'none' },
};

const EFFECTS: Record<StockMove | 'none', string> = {
  none: 'no stock moves',
  reserve: 'its stock is reserved',
  release: 'its reserved stock is available again',
  ship: 'its reserved stock is shipped',
  restock: 'its shipped stock is available again',
};

/** The number of changes that an order needs at least to be shipped, and then to be handed over. */
const CHANGES_OF_A_SHIPPED_ORDER = 7;

/**
 * Brings an order that needs attention to its end, with its stock; returns the result as a sentence.
 *
 * A repeated call changes nothing.
 *
 * @throws UserError if the order does not need attention, or its goods do not allow the status
 */
export async function resolveOrder(store: OrderStore, resolution: Resolution): Promise<string> {
  const { orderId, to, by, why } = resolution;
  const order = await storedOrderOf(store, orderId);
  if (order.status === to) return `Order ${orderId} is ${to} already: nothing is changed.`;
  // A status of a newer release, which was rolled back: no step of this release acts on the order.
  const resolvable: Order = hasKnownStatus(order) ? order : { ...order, status: 'NEEDS_ATTENTION' };
  if (resolvable.status !== 'NEEDS_ATTENTION') {
    throw new UserError(`Order ${orderId} is ${order.status}: only an order in NEEDS_ATTENTION is resolved.`);
  }
  const goods = goodsOf(order);
  const move = MOVES[goods][to];
  if (!move) {
    const allowed = Object.keys(MOVES[goods]).join(' or ');
    throw new UserError(`Order ${orderId} cannot become ${to}: its goods are ${goods}. It can become ${allowed}.`);
  }
  try {
    await store.change(resolvable, { to, resolution: { by, why }, ...(move !== 'none' && { stock: move }) });
  } catch (error) {
    if (!(error instanceof OrderConflict)) throw error;
    throw new UserError(`Order ${orderId} was changed at the same time: run the command again.`);
  }
  return `Order ${orderId} was ${order.status} and is ${to}: ${EFFECTS[move]}.`;
}

function goodsOf({ stockReserved, charged, version }: StoredOrder): Goods {
  if (stockReserved) return 'RESERVED';
  // Goods that are charged and not reserved have left. Orders of earlier releases do not have the field.
  return (charged ?? version >= CHANGES_OF_A_SHIPPED_ORDER) ? 'SHIPPED' : 'AVAILABLE';
}
