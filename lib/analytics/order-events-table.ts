import { Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { OrderEventRow } from '../../lambda/analytics/order-event-row.ts';
import { LakeTable } from './lake-table.ts';

/** The prefix of the keys of the rows. */
export const ORDER_EVENTS_PREFIX = 'order_events/';

/** The columns of the table, which the transformation writes. */
const COLUMNS = {
  event_id: 'string',
  event_type: 'string',
  order_id: 'string',
  order_version: 'int',
  status: 'string',
  customer_id: 'string',
  total: 'bigint',
  currency: 'string',
  occurred_at: 'timestamp',
} satisfies Record<keyof OrderEventRow, string>;

/** Properties for an `OrderEventsTable`. */
export interface OrderEventsTableProps {
  /** The bucket of the rows. */
  readonly lake: s3.IBucket;
  /** The name of the database, of lower-case letters, digits and underscores. */
  readonly databaseName: string;
}

/** The table of order events, and the database of all tables of the data lake. */
export class OrderEventsTable extends Construct {
  /** The database. */
  public readonly database: glue.CfnDatabase;
  /** The table, with at least one row per event. */
  public readonly table: LakeTable;

  constructor(scope: Construct, id: string, { lake, databaseName }: OrderEventsTableProps) {
    super(scope, id);
    this.database = new glue.CfnDatabase(this, 'Database', {
      catalogId: Stack.of(this).account,
      databaseInput: { name: databaseName, description: 'Data lake of the order platform.' },
    });
    this.table = new LakeTable(this, 'Table', {
      tableName: 'order_events',
      description: 'Changes of orders. A change may have more than one row.',
      databaseName: this.database.ref,
      lake,
      prefix: ORDER_EVENTS_PREFIX,
      columns: COLUMNS,
    });
  }
}
