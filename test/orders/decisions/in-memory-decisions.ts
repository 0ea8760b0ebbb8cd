import type {
  DecisionRecord,
  Decisions,
  OrderDecision,
  ProductDecision,
} from '../../../lambda/orders/decisions/decision-record.ts';

/** Decisions in memory. */
export class InMemoryDecisions implements Decisions {
  readonly #records: DecisionRecord[] = [];

  async record(decision: DecisionRecord): Promise<void> {
    this.#records.push(decision);
  }

  onOrder(orderId: string): OrderDecision[] {
    return this.#records.filter((each): each is OrderDecision => 'orderId' in each && each.orderId === orderId);
  }

  async onProduct(sku: string, since: string): Promise<ProductDecision[]> {
    return this.#records.filter(
      (each): each is ProductDecision => 'sku' in each && each.sku === sku && each.at >= since,
    );
  }
}
