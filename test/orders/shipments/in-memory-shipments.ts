import type { Shipment, Shipments } from '../../../lambda/orders/shipments/shipments.ts';

/** The parcels of an order. */
export interface Parcels {
  readonly created: Set<string>;
  of: number;
  cancelled: boolean;
}

/** Warehouses that refuse parcels. */
const CLOSED = /^closed-/;

/** Parcels in memory; a warehouse whose name begins with `closed-` refuses them. */
export class InMemoryShipments implements Shipments {
  readonly #orders = new Map<string, Parcels>();

  async create({ orderId, warehouse, of }: Shipment): Promise<'CREATED' | 'REFUSED'> {
    const parcels = this.#parcelsOf(orderId);
    if (CLOSED.test(warehouse) || parcels.cancelled) return 'REFUSED';
    parcels.created.add(warehouse);
    parcels.of = of;
    return 'CREATED';
  }

  async cancel(orderId: string): Promise<'CANCELLED' | 'DISPATCHED'> {
    if (this.dispatched(orderId)) return 'DISPATCHED';
    this.#parcelsOf(orderId).cancelled = true;
    return 'CANCELLED';
  }

  /** Returns true if all parcels of an order were created and have left. */
  dispatched(orderId: string): boolean {
    const parcels = this.#orders.get(orderId);
    return (
      parcels !== undefined && !parcels.cancelled && parcels.created.size > 0 && parcels.created.size >= parcels.of
    );
  }

  snapshot(): ReadonlyMap<string, Parcels> {
    return new Map([...this.#orders].map(([orderId, parcels]) => [orderId, copyOf(parcels)]));
  }

  /** Returns to the parcels of an earlier moment. */
  restore(parcels: ReadonlyMap<string, Parcels>): void {
    this.#orders.clear();
    for (const [orderId, each] of parcels) this.#orders.set(orderId, copyOf(each));
  }

  #parcelsOf(orderId: string): Parcels {
    const parcels = this.#orders.get(orderId) ?? { created: new Set(), of: Number.POSITIVE_INFINITY, cancelled: false };
    this.#orders.set(orderId, parcels);
    return parcels;
  }
}

function copyOf(parcels: Parcels): Parcels {
  return { ...parcels, created: new Set(parcels.created) };
}
