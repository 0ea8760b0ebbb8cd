import { type OrderStore, orderOf } from '../store/order-store.ts';

/** What screening found. */
export type Screening = 'CLEARED' | 'SUSPECTED_FRAUD';

/** Looks at an order for signs of fraud: a total beyond what anyone has ever ordered in good faith. */
export async function screenForFraud(store: OrderStore, orderId: string, limit: number): Promise<Screening> {
  const { total } = await orderOf(store, orderId);
  return total > limit ? 'SUSPECTED_FRAUD' : 'CLEARED';
}
