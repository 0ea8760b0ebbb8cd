import type { Page } from '../../platform/page.ts';
import type { OrderSummary } from './order-view.ts';

/** Where a customer's orders are listed. */
export interface OrderHistory {
  /** The newest orders of a customer; with `after`, those older than the order of that number. */
  page(customerId: string, limit: number, after?: string): Promise<Page<OrderSummary>>;
}
