import { ServiceError } from '../service-error.ts';
import type { Item } from './attribute-value.ts';
import { isTrue, type Placeholders, updated } from './expression.ts';
import { Table, type TableSchema } from './table.ts';

/** A write of one item. */
interface Write extends Placeholders {
  readonly TableName: string;
  readonly Item?: Item;
  readonly Key?: Item;
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly ReturnValues?: string;
}

/** The writes of a transaction, each by its kind. */
export interface Transaction {
  readonly TransactItems: readonly Readonly<Record<string, Write>>[];
  readonly ClientRequestToken?: string;
}

interface Read extends Placeholders {
  readonly TableName: string;
  readonly Key?: Item;
  readonly IndexName?: string;
  readonly KeyConditionExpression?: string;
  readonly FilterExpression?: string;
  readonly Limit?: number;
  readonly ExclusiveStartKey?: Item;
  readonly ScanIndexForward?: boolean;
}

interface BatchRead {
  readonly RequestItems: Readonly<Record<string, { readonly Keys: readonly Item[] }>>;
}

/** A change of an item. */
export interface ItemChange {
  readonly table: string;
  readonly key: Item;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** DynamoDB in memory, as far as the platform uses it: it throws on what it does not know. */
export class DynamoDb {
  /** Called after every change of an item. */
  onChange: (change: ItemChange) => void = () => {};
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #succeeded = new Set<string>();

  constructor(schemas: Readonly<Record<string, TableSchema>>) {
    this.#tables = new Map(Object.entries(schemas).map(([name, schema]) => [name, new Table(schema)]));
  }

  /** Answers a request. @throws ServiceError */
  answer(operation: string, input: unknown): object {
    switch (operation) {
      case 'GetItem': {
        const { TableName, Key = {} } = input as Read;
        const Item = this.table(TableName).find(Key);
        return Item ? { Item } : {};
      }
      case 'BatchGetItem':
        return { Responses: this.#batch(input as BatchRead), UnprocessedKeys: {} };
      case 'PutItem':
      case 'UpdateItem':
      case 'DeleteItem':
        return this.#write(input as Write);
      case 'TransactWriteItems':
        return this.#transact(input as Transaction);
      case 'Query':
      case 'Scan':
        return this.#list(input as Read);
      default:
        throw new Error(`${operation} of DynamoDB is not simulated`);
    }
  }

  table(name: string): Table {
    const table = this.#tables.get(name);
    if (!table) throw new ServiceError('ResourceNotFoundException', `there is no table ${name}`);
    return table;
  }

  /** The identity of the item of each write, over all tables. */
  idsOf(transaction: Transaction): string[] {
    return writesOf(transaction).map((write) => `${write.TableName}${this.table(write.TableName).idOf(keyOf(write))}`);
  }

  /** The codes for which a transaction is cancelled; `None` for each write whose condition holds. */
  codesOf(transaction: Transaction): string[] {
    return writesOf(transaction).map((write) => (this.#holds(write) ? 'None' : 'ConditionalCheckFailed'));
  }

  /** Performs the writes of a transaction without their conditions. A token that has succeeded has no second effect. */
  apply(transaction: Transaction): void {
    const { ClientRequestToken: token = '', TransactItems } = transaction;
    if (token) this.#succeeded.add(token);
    for (const write of TransactItems) {
      for (const [kind, of] of Object.entries(write)) if (kind !== 'ConditionCheck') this.#apply(of);
    }
  }

  /** Returns true if a transaction with the same token has succeeded. */
  hasSucceeded({ ClientRequestToken: token = '' }: Transaction): boolean {
    return this.#succeeded.has(token);
  }

  #transact(transaction: Transaction): object {
    if (this.hasSucceeded(transaction)) return {};
    const codes = this.codesOf(transaction);
    if (codes.some((code) => code !== 'None')) throw cancelled(codes);
    this.apply(transaction);
    return {};
  }

  #write(write: Write): object {
    if (!this.#holds(write)) {
      throw new ServiceError('ConditionalCheckFailedException', 'The conditional request failed');
    }
    const Attributes = this.#apply(write);
    return write.ReturnValues === 'ALL_NEW' ? { Attributes } : {};
  }

  #holds(write: Write): boolean {
    return isTrue(write.ConditionExpression, this.table(write.TableName).find(keyOf(write)), write);
  }

  #apply(write: Write): Item | undefined {
    const { TableName, Item, UpdateExpression } = write;
    const table = this.table(TableName);
    const key = keyOf(write);
    const before = table.find(key);
    const after = UpdateExpression === undefined ? Item : updated(UpdateExpression, before ?? key, write);
    table.replace(key, after);
    this.onChange({ table: TableName, key, before, after });
    return after;
  }

  #batch({ RequestItems }: BatchRead): Record<string, Item[]> {
    const found = Object.entries(RequestItems).map(([name, { Keys }]) => [
      name,
      Keys.flatMap((key) => this.table(name).find(key) ?? []),
    ]);
    return Object.fromEntries(found);
  }

  #list(read: Read): object {
    const { TableName, IndexName, KeyConditionExpression, FilterExpression, Limit, ExclusiveStartKey } = read;
    const table = this.table(TableName);
    const sorted = table.sorted(IndexName);
    if (read.ScanIndexForward === false) sorted.reverse();
    const start = ExclusiveStartKey && table.idOf(ExclusiveStartKey);
    const first = sorted.findIndex((item) => table.idOf(item) === start) + 1;
    const found = sorted.slice(first).filter((item) => isTrue(KeyConditionExpression, item, read));
    const page = found.slice(0, Limit);
    const last = page.length < found.length ? page.at(-1) : undefined;
    return {
      Items: page.filter((item) => isTrue(FilterExpression, item, read)),
      ...(last && { LastEvaluatedKey: last }),
    };
  }
}

/** The error of a cancelled transaction. */
export function cancelled(codes: readonly string[]): ServiceError {
  const CancellationReasons = codes.map((Code) => ({ Code }));
  return new ServiceError('TransactionCanceledException', `Transaction cancelled [${codes.join(', ')}]`, {
    CancellationReasons,
  });
}

function writesOf({ TransactItems }: Transaction): Write[] {
  return TransactItems.flatMap((write) => Object.values(write));
}

function keyOf({ Item, Key = {} }: Write): Item {
  return Item ?? Key;
}
