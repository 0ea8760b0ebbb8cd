import type * as glue from 'aws-cdk-lib/aws-glue';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { ShopEventRow } from '../../lambda/analytics/shop-event-row.ts';
import { LakeTable } from './lake-table.ts';

/** What the keys of all rows begin with. */
export const SHOP_EVENTS_PREFIX = 'shop_events/';

/** The columns of the table, as the transformation writes them. */
const COLUMNS = {
  event_id: 'string',
  event_type: 'string',
  shop: 'string',
  shop_event_id: 'string',
  session_id: 'string',
  sku: 'string',
  page: 'string',
  quantity: 'int',
  occurred_at: 'timestamp',
  received_at: 'timestamp',
} satisfies Record<keyof ShopEventRow, string>;

/** Properties for a `ShopEventsTable`. */
export interface ShopEventsTableProps {
  /** The bucket that holds the rows. */
  readonly lake: s3.IBucket;
  /** The database the table is in. */
  readonly database: glue.CfnDatabase;
}

/** What happens in web shops, as a table of the lake. */
export class ShopEventsTable extends Construct {
  /** A row an event. */
  public readonly table: LakeTable;

  constructor(scope: Construct, id: string, { lake, database }: ShopEventsTableProps) {
    super(scope, id);
    this.table = new LakeTable(this, 'Table', {
      tableName: 'shop_events',
      description: 'What happens in web shops, as they tell it; an event may have more than one row.',
      databaseName: database.ref,
      lake,
      prefix: SHOP_EVENTS_PREFIX,
      columns: COLUMNS,
    });
  }
}
