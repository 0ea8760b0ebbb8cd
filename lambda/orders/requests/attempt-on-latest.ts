import type { Conflict } from '../domain/refusal.ts';
import { OrderConflict, WriteContention } from '../store/order-store.ts';

/** The maximum number of attempts; the statuses of an order lead to few changes at the same time. */
const ATTEMPTS = 5;

/** Repeats an attempt, which reads the order again, while another writer changes the order first. */
export async function attemptOnLatest<T>(orderId: string, attempt: () => Promise<T>): Promise<T | Conflict> {
  for (let attempts = 0; attempts < ATTEMPTS; attempts++) {
    try {
      return await attempt();
    } catch (error) {
      // The store has repeated the write already.
      if (error instanceof WriteContention) break;
      if (!(error instanceof OrderConflict)) throw error;
    }
  }
  return { kind: 'CONFLICT', reason: `Order ${orderId} is being changed at the moment. Try again.` };
}
