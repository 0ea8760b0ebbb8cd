import type { CustomerOrders } from './customer-orders.ts';
import { PSEUDONYM_PREFIX } from './erase-options.ts';
import { counted, type Identity, inTurn, type Place } from './place.ts';

/** The approvals: a customer who cancels an order ends its approval, and is written down as who did. */
export interface CustomerApprovals {
  /** The orders whose approvals a customer ended. */
  endedBy(customerId: string): Promise<string[]>;
  /** Gives an approval that a customer ended to the pseudonym. */
  rename(orderId: string, identity: Identity): Promise<void>;
}

/** The approvals a customer ended: each follows its order's pseudonym, and is to be erased after it. */
export class ApprovalsPlace implements Place {
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

/** What the payment sandbox keeps. */
export interface SandboxRecords {
  /** Everything it keeps of an order's payment. */
  of(orderId: string): Promise<unknown[]>;
}

/** The payment sandbox: it knows payments by their orders, and nobody by name; this makes sure. */
export class SandboxPlace implements Place {
  readonly name = 'payment sandbox';
  readonly #orders: CustomerOrders;
  readonly #sandbox: SandboxRecords;

  constructor(orders: CustomerOrders, sandbox: SandboxRecords) {
    this.#orders = orders;
    this.#sandbox = sandbox;
  }

  async erase({ customerId }: Identity): Promise<string | undefined> {
    let seen = 0;
    for (const { orderId, paymentToken } of await this.#orders.of(customerId)) {
      for (const record of await this.#sandbox.of(orderId)) {
        const text = JSON.stringify(record);
        if (text.includes(customerId) || text.includes(paymentToken)) {
          throw new Error(`the payment of order ${orderId} names the customer or the means of payment`);
        }
        seen++;
      }
    }
    const records = counted(seen, 'record', 'records');
    return records && `${records} looked at: kept by order, they name neither the customer nor the means of payment`;
  }
}
