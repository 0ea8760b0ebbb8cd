import { counted, type ErasureTarget, type Identity } from './erasure-target.ts';

/** Items that are kept for a customer and are no part of the books. */
export interface CustomerItems {
  /** Deletes the items of a customer, and answers how many there were. */
  delete(customerId: string): Promise<number>;
}

/** Properties for a `DeletedItems`. */
export interface DeletedItemsProps {
  readonly name: string;
  /** What one item is called, and several. */
  readonly called: readonly [one: string, many: string];
  readonly items: CustomerItems;
}

/** A target whose items go with the customer. */
export class DeletedItems implements ErasureTarget {
  readonly name: string;
  readonly #props: DeletedItemsProps;

  constructor(props: DeletedItemsProps) {
    this.name = props.name;
    this.#props = props;
  }

  async erase({ customerId }: Identity): Promise<string | undefined> {
    const deleted = counted(await this.#props.items.delete(customerId), ...this.#props.called);
    return deleted && `${deleted} deleted`;
  }
}
