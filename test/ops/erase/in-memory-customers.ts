import type { NewDocument } from '../../../lambda/documents/issue-invoice.ts';
import type { Order } from '../../../lambda/orders/domain/order.ts';
import type { CustomerApprovals } from '../../../ops/erase/customer-approvals.ts';
import type { CustomerOrders } from '../../../ops/erase/customer-orders.ts';
import type { CustomerItems } from '../../../ops/erase/deleted-items.ts';
import type { Identity } from '../../../ops/erase/erasure-target.ts';
import type { SandboxRecords } from '../../../ops/erase/sandbox-records.ts';
import type { Users } from '../../../ops/erase/sign-in.ts';
import type { VersionedDocuments } from '../../../ops/erase/versioned-documents.ts';
import { InMemoryDocuments } from '../../documents/in-memory-documents.ts';

/** Orders in memory, by customer. */
export class InMemoryCustomerOrders implements CustomerOrders {
  readonly orders = new Map<string, Order>();
  /** Called before each order is renamed. */
  beforeRename = (_order: Order): void => {};

  put(order: Order): void {
    this.orders.set(order.orderId, order);
  }

  async find(orderId: string): Promise<Order | undefined> {
    return this.orders.get(orderId);
  }

  async of(customerId: string): Promise<Order[]> {
    return [...this.orders.values()].filter((order) => order.customerId === customerId);
  }

  async rename(order: Order, { customerId, pseudonym }: Identity): Promise<boolean> {
    this.beforeRename(order);
    const kept = this.orders.get(order.orderId);
    if (kept?.version !== order.version || kept.customerId !== customerId) return false;
    this.put({ ...kept, customerId: pseudonym, paymentToken: 'erased' });
    return true;
  }
}

/** An in-memory store of the customers who ended approvals. */
export class InMemoryCustomerApprovals implements CustomerApprovals {
  readonly decidedBy = new Map<string, string>();
  /** Called before an approval is renamed. */
  beforeRename = (_orderId: string): void => {};

  async endedBy(customerId: string): Promise<string[]> {
    return [...this.decidedBy].filter(([, decidedBy]) => decidedBy === customerId).map(([orderId]) => orderId);
  }

  async rename(orderId: string, { pseudonym }: Identity): Promise<void> {
    this.beforeRename(orderId);
    this.decidedBy.set(orderId, pseudonym);
  }
}

/** The sandbox's records in memory. */
export class InMemorySandboxRecords implements SandboxRecords {
  readonly records = new Map<string, unknown>();

  async of(orderId: string): Promise<unknown[]> {
    return this.records.has(orderId) ? [this.records.get(orderId)] : [];
  }
}

/** Items in memory, by customer. */
export class InMemoryItems implements CustomerItems {
  readonly items: { customerId: string; id: string }[] = [];

  async delete(customerId: string): Promise<number> {
    const before = this.items.length;
    this.items.splice(0, before, ...this.items.filter((item) => item.customerId !== customerId));
    return before - this.items.length;
  }
}

/** Documents in memory, with a replica that copies new documents and no deletions. */
export class InMemoryShelves extends InMemoryDocuments {
  readonly replica = new Map<string, NewDocument>();
  /** Deleted originals, each with its older version if there is one. */
  readonly deleted = new Map<string, NewDocument | undefined>();
  /** Called before all versions of a document are deleted. */
  beforeForget = (_key: string): void => {};

  override async putNew(document: NewDocument): Promise<boolean> {
    const stored = await super.putNew(document);
    if (stored) this.replica.set(document.key, document);
    return stored;
  }

  /** Deletes an original, and keeps its previous version. */
  delete(key: string): void {
    this.deleted.set(key, this.documents.get(key));
    this.documents.delete(key);
  }

  get buckets(): VersionedDocuments[] {
    return [[this.documents, this.deleted], [this.replica]].map((versions) => ({
      keys: async (prefix) => versions.flatMap((bucket) => [...bucket.keys()]).filter((key) => key.startsWith(prefix)),
      read: async (key) => versions.map((bucket) => bucket.get(key)).find((document) => document)?.body,
      forget: async (key) => {
        this.beforeForget(key);
        for (const bucket of versions) bucket.delete(key);
      },
    }));
  }
}

/** The users in memory. */
export class InMemoryUsers implements Users {
  readonly users = new Set<string>();
  /** Called before a user is deleted. */
  beforeDelete = (_customerId: string): void => {};

  async delete(customerId: string): Promise<boolean> {
    this.beforeDelete(customerId);
    return this.users.delete(customerId);
  }
}
