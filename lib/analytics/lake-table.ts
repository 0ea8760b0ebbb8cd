import { Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { LakePartition } from '../../lambda/analytics/lake-row.ts';

/** The days there may be rows of: Athena works a day's location out, so that no partition is ever registered. */
const PARTITIONS = {
  year: { type: 'integer', range: '2026,2050' },
  month: { type: 'integer', range: '1,12', digits: '2' },
  day: { type: 'integer', range: '1,31', digits: '2' },
} satisfies Record<keyof LakePartition, Record<string, string>>;

/** Properties for a `LakeTable`. */
export interface LakeTableProps {
  /** The table's name: lower-case letters, digits and underscores. */
  readonly tableName: string;
  /** What a row is, in a sentence. */
  readonly description: string;
  /** The database the table is in. */
  readonly databaseName: string;
  /** The bucket that holds the rows. */
  readonly lake: s3.IBucket;
  /** What the keys of all rows begin with; ends with a slash. */
  readonly prefix: string;
  /** The types of the columns by their names, as Hive names them. */
  readonly columns: Record<string, string>;
}

/** Events of the lake as a table, in Parquet, by their day: Firehose writes by its schema, Athena reads by it. */
export class LakeTable extends glue.CfnTable {
  /** What the keys of all rows begin with. */
  public readonly prefix: string;

  constructor(scope: Construct, id: string, props: LakeTableProps) {
    const { tableName, description, databaseName, lake, prefix, columns } = props;
    super(scope, id, {
      catalogId: Stack.of(scope).account,
      databaseName,
      tableInput: {
        name: tableName,
        description,
        tableType: 'EXTERNAL_TABLE',
        parameters: { classification: 'parquet', ...partitionProjection(lake, prefix) },
        partitionKeys: Object.keys(PARTITIONS).map((name) => ({ name, type: 'int' })),
        storageDescriptor: {
          location: lake.s3UrlForObject(prefix),
          columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
          inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
          serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
        },
      },
    });
    this.prefix = prefix;
  }
}

/** https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html */
function partitionProjection(lake: s3.IBucket, prefix: string): Record<string, string> {
  const properties = Object.entries(PARTITIONS).flatMap(([key, options]) =>
    Object.entries(options).map(([option, value]) => [`projection.${key}.${option}`, value]),
  );
  const days = Object.keys(PARTITIONS).map((key) => `${key}=\${${key}}/`);
  return {
    'projection.enabled': 'true',
    ...Object.fromEntries(properties),
    'storage.location.template': lake.s3UrlForObject(`${prefix}${days.join('')}`),
  };
}
