import type { CustomerOrders } from './customer-orders.ts';
import { PSEUDONYM_PREFIX } from './erase-options.ts';
import { counted, type ErasureTarget, type Identity, inTurn } from './erasure-target.ts';

/** Approvals by the customer who ended them: a customer who cancels an order ends its approval. */
export interface CustomerApprovals {
  /** Returns the ids of the orders whose approvals a customer ended. */
  endedBy(customerId: string): Promise<string[]>;
  /** Replaces the customer of an approval by the pseudonym. */
  rename(orderId: string, identity: Identity): Promise<void>;
}

/** Erases a customer from approvals. Each takes its order's pseudonym, so orders come first. */
export class CustomerApprovalsTarget implements ErasureTarget {
  readonly name = 'approvals';
  readonly #orders: CustomerOrders;
  readonly #approvals: CustomerApprovals;

  constructor(orders: CustomerOrders, approvals: CustomerApprovals) {
    this.#orders = orders;
    this.#approvals = approvals;
  }

  async erase({ customerId }: Identity): Promise<string | undefined> {
    const rename = async (orderId: string) => {
      const pseudonym = (await this.#orders.find(orderId))?.customerId;
      if (!pseudonym?.startsWith(PSEUDONYM_PREFIX)) throw new Error(`order ${orderId} is not under a pseudonym`);
      await this.#approvals.rename(orderId, { customerId, pseudonym });
    };
    return inTurn(await this.#approvals.endedBy(customerId), rename, (done) => {
      const approvals = counted(done, 'approval', 'approvals');
      return approvals && `${approvals} ended by the customer, under the pseudonym`;
    });
  }
}
