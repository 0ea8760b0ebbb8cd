import { counted, type Identity, type Place } from './place.ts';

/** Items that are kept for a customer and are no part of the books. */
export interface CustomerItems {
  /** Deletes the items of a customer, and answers how many there were. */
  delete(customerId: string): Promise<number>;
}

/** Properties for a `DeletedPlace`. */
export interface DeletedPlaceProps {
  readonly name: string;
  /** What one item is called, and several. */
  readonly called: readonly [one: string, many: string];
  readonly items: CustomerItems;
}

/** A place whose items go with the customer. */
export class DeletedPlace implements Place {
  readonly name: string;
  readonly #props: DeletedPlaceProps;

  constructor(props: DeletedPlaceProps) {
    this.name = props.name;
    this.#props = props;
  }

  async erase({ customerId }: Identity): Promise<string | undefined> {
    const deleted = counted(await this.#props.items.delete(customerId), ...this.#props.called);
    return deleted && `${deleted} deleted`;
  }
}
