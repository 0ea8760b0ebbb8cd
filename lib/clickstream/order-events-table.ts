import { Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { OrderEventPartition, OrderEventRow } from '../../lambda/clickstream/order-event-row.ts';

/** What the keys of all rows begin with. */
export const ORDER_EVENTS_PREFIX = 'order_events/';

/** The columns of the table, as the transformation writes them. */
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

/** The days there may be rows of: Athena works a day's location out, so that no partition is ever registered. */
const PARTITIONS = {
  year: { type: 'integer', range: '2026,2050' },
  month: { type: 'integer', range: '1,12', digits: '2' },
  day: { type: 'integer', range: '1,31', digits: '2' },
} satisfies Record<keyof OrderEventPartition, Record<string, string>>;

/** Properties for an `OrderEventsTable`. */
export interface OrderEventsTableProps {
  /** The bucket that holds the rows. */
  readonly lake: s3.IBucket;
  /** The name of the database: lower-case letters, digits and underscores. */
  readonly databaseName: string;
}

/** The order events of the lake as a table: Firehose writes by its schema, Athena reads by it. */
export class OrderEventsTable extends Construct {
  /** A row an event, in Parquet, by the day of the event. */
  public readonly table: glue.CfnTable;

  constructor(scope: Construct, id: string, { lake, databaseName }: OrderEventsTableProps) {
    super(scope, id);
    const catalogId = Stack.of(this).account;

    const database = new glue.CfnDatabase(this, 'Database', {
      catalogId,
      databaseInput: { name: databaseName, description: 'The lake of the order platform.' },
    });
    this.table = new glue.CfnTable(this, 'Table', {
      catalogId,
      databaseName: database.ref,
      tableInput: {
        name: 'order_events',
        description: 'Every change of every order; a change may have more than one row.',
        tableType: 'EXTERNAL_TABLE',
        parameters: { classification: 'parquet', ...partitionProjection(lake) },
        partitionKeys: Object.keys(PARTITIONS).map((name) => ({ name, type: 'int' })),
        storageDescriptor: {
          location: lake.s3UrlForObject(ORDER_EVENTS_PREFIX),
          columns: Object.entries(COLUMNS).map(([name, type]) => ({ name, type })),
          inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
          serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
        },
      },
    });
  }
}

/** https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html */
function partitionProjection(lake: s3.IBucket): Record<string, string> {
  const properties = Object.entries(PARTITIONS).flatMap(([key, options]) =>
    Object.entries(options).map(([option, value]) => [`projection.${key}.${option}`, value]),
  );
  const days = Object.keys(PARTITIONS).map((key) => `${key}=\${${key}}/`);
  return {
    'projection.enabled': 'true',
    ...Object.fromEntries(properties),
    'storage.location.template': lake.s3UrlForObject(`${ORDER_EVENTS_PREFIX}${days.join('')}`),
  };
}
