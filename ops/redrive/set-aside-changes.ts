/** The objects with changes of orders that were set aside. */
export interface SetAsideChanges {
  /** Reads the objects under a prefix, each with its key and its text. */
  objects(prefix: string): AsyncIterable<{ readonly key: string; readonly text: string }>;
  /** Deletes an object. */
  remove(key: string): Promise<void>;
}

/** The customers of orders. */
export interface OrderCustomers {
  /** Returns the customer of an order as it is now; undefined if there is no such order. */
  customerOf(orderId: string): Promise<string | undefined>;
}
