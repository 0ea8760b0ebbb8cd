/** A parcel of an order: what leaves one warehouse. */
export interface Shipment {
  readonly orderId: string;
  readonly warehouse: string;
  /** Of how many parcels this is one: with the last of them, all leave. */
  readonly of: number;
}

/** The warehouses. */
export interface Shipments {
  /** Has a warehouse make a parcel, once; `REFUSED` where it cannot, or where the order's parcels were cancelled. */
  create(shipment: Shipment): Promise<'CREATED' | 'REFUSED'>;
  /** Cancels the parcels of an order, made or not; `DISPATCHED` where all were made and have left. */
  cancel(orderId: string): Promise<'CANCELLED' | 'DISPATCHED'>;
}
