import { type AttributeValue, compared, type Item } from './attribute-value.ts';

/** The attributes of a key. */
export interface KeySchema {
  readonly partition: string;
  readonly sort?: string | undefined;
}

/** The key of an index, and the attributes it has besides the keys. */
export interface IndexSchema extends KeySchema {
  /** @default - all attributes */
  readonly projected?: readonly string[] | undefined;
}

/** The keys of a table and of its indexes. */
export interface TableSchema extends KeySchema {
  readonly indexes?: Readonly<Record<string, IndexSchema>>;
}

/** The items of a table. */
export class Table {
  readonly schema: TableSchema;
  readonly #items = new Map<string, Item>();

  constructor(schema: TableSchema) {
    this.schema = schema;
  }

  get items(): Item[] {
    return [...this.#items.values()];
  }

  /** The identity of an item, by its key; other attributes are ignored. */
  idOf(item: Item): string {
    const { partition, sort } = this.schema;
    const names = sort ? [partition, sort] : [partition];
    return JSON.stringify(names.map((name) => item[name] ?? missing(name)));
  }

  find(key: Item): Item | undefined {
    return this.#items.get(this.idOf(key));
  }

  /** Replaces an item, or removes it. */
  replace(key: Item, item: Item | undefined): void {
    if (item) this.#items.set(this.idOf(key), item);
    else this.#items.delete(this.idOf(key));
  }

  /** The items of the table or of an index, in the sequence of their keys. */
  sorted(index?: string): Item[] {
    const { indexes = {}, ...own } = this.schema;
    const schema: IndexSchema = index === undefined ? own : (indexes[index] ?? missing(index));
    const { partition, sort = own.partition, projected } = schema;
    const found = this.items.filter((item) => item[partition] && (index === undefined || item[sort]));
    found.sort(
      (one, other) => compared(one[sort], other[sort]) || compared(one[own.partition], other[own.partition]) || 0,
    );
    const names = projected && [own.partition, own.sort, partition, sort, ...projected];
    return names ? found.map((item) => pick(item, names)) : found;
  }
}

function pick(item: Item, names: readonly (string | undefined)[]): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
}

function missing(name: string): AttributeValue & never {
  throw new Error(`there is no ${name}`);
}
