import type * as glue from 'aws-cdk-lib/aws-glue';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { ShopEventRow } from '../../lambda/analytics/shop-event-row.ts';
import { LakeTable } from './lake-table.ts';

/** The prefix of the keys of the rows. */
export const SHOP_EVENTS_PREFIX = 'shop_events/';

/** The columns of the table, which the transformation writes. */
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
  /** The bucket of the rows. */
  readonly lake: s3.IBucket;
  /** The database of the table. */
  readonly database: glue.CfnDatabase;
}

/** The table of web shops' events. */
export class ShopEventsTable extends Construct {
  /** The table, with at least one row per event. */
  public readonly table: LakeTable;

  constructor(scope: Construct, id: string, { lake, database }: ShopEventsTableProps) {
    super(scope, id);
    this.table = new LakeTable(this, 'Table', {
      tableName: 'shop_events',
      description: 'Events that web shops sent. An event may have more than one row.',
      databaseName: database.ref,
      lake,
      prefix: SHOP_EVENTS_PREFIX,
      columns: COLUMNS,
    });
  }
}
