/** A parcel of an order, from one warehouse. */
export interface Shipment {
  readonly orderId: string;
  readonly warehouse: string;
  /** The number of parcels of the order: when the last one is created, all of them leave. */
  readonly of: number;
}

/** The warehouses. */
export interface Shipments {
  /** Has a warehouse create a parcel, once; `REFUSED` if it cannot, or if the order's parcels were cancelled. */
  create(shipment: Shipment): Promise<'CREATED' | 'REFUSED'>;
  /** Cancels the parcels of an order, created or not; `DISPATCHED` if all were created and have left. */
  cancel(orderId: string): Promise<'CANCELLED' | 'DISPATCHED'>;
}
