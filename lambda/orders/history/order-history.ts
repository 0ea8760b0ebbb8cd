import type { Page } from '../../platform/page.ts';
import type { OrderSummary } from '../contract/order-summary.ts';

/** The port that lists a customer's orders. */
export interface OrderHistory {
  /** Lists the newest orders of a customer; with `after`, those older than the order with that id. */
  page(customerId: string, limit: number, after?: string): Promise<Page<OrderSummary>>;
}
