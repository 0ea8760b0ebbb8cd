import { counted, type ErasureTarget, type Identity } from './erasure-target.ts';

/** Items of customers that need not be retained. */
export interface CustomerItems {
  /** Deletes the items of a customer and returns their number. */
  delete(customerId: string): Promise<number>;
}

/** Properties for a `DeletedItems`. */
export interface DeletedItemsProps {
  readonly name: string;
  /** Noun for the items in the report. */
  readonly called: readonly [one: string, many: string];
  readonly items: CustomerItems;
}

/** Deletes the items of a customer. */
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
