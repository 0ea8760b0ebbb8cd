import { Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { LakePartition } from '../../lambda/analytics/lake-row.ts';

/** The possible partitions. Athena computes their locations (partition projection), so that none is registered. */
const PARTITIONS = {
  year: { type: 'integer', range: '2026,2050' },
  month: { type: 'integer', range: '1,12', digits: '2' },
  day: { type: 'integer', range: '1,31', digits: '2' },
} satisfies Record<keyof LakePartition, Record<string, string>>;

/** Properties for a `LakeTable`. */
export interface LakeTableProps {
  /** The table's name: lower-case letters, digits and underscores. */
  readonly tableName: string;
  /** The description of the table, in a sentence. */
  readonly description: string;
  /** The database of the table. */
  readonly databaseName: string;
  /** The bucket of the rows. */
  readonly lake: s3.IBucket;
  /** The prefix of the keys of the rows, with a trailing slash. */
  readonly prefix: string;
  /** The Hive types of the columns, by name. */
  readonly columns: Record<string, string>;
}

/** A table of events in Parquet, partitioned by day. Firehose writes and Athena reads by its schema. */
export class LakeTable extends glue.CfnTable {
  /** The prefix of the keys of the rows. */
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

/** Returns the table properties of partition projection. https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html */
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
