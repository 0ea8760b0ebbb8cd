import { Stack } from 'aws-cdk-lib';
import type * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kinesis from 'aws-cdk-lib/aws-kinesis';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** Properties for a `DeliveryRole`. */
export interface DeliveryRoleProps {
  /** The kind of events, in the plural: `order events`. */
  readonly events: string;
  /** The stream to read from. */
  readonly stream: kinesis.IStream;
  /** The function that transforms records into rows. */
  readonly transformation: lambda.IFunction;
  /** The table that defines the schema of the rows. */
  readonly table: glue.CfnTable;
  /** The bucket to write to. */
  readonly lake: s3.IBucket;
  /** The prefixes of the keys to write. */
  readonly prefixes: readonly string[];
  /** The log group of delivery failures. */
  readonly logGroup: logs.ILogGroup;
}

/**
 * The role with which Firehose delivers events to the data lake.
 *
 * It has the permissions that AWS documents. The grants of the CDK's `DeliveryStream` would contain wildcards.
 * https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html
 */
export class DeliveryRole extends Construct {
  /** The role. It ignores grants of further permissions. */
  public readonly role: iam.IRole;
  /** The policy of the role, which the delivery stream must depend on. */
  public readonly permissions: iam.Policy;

  constructor(scope: Construct, id: string, props: DeliveryRoleProps) {
    super(scope, id);
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('firehose.amazonaws.com'),
      description: `Delivers ${props.events} from the data stream to the data lake.`,
    });
    this.permissions = new iam.Policy(this, 'Permissions', { roles: [role], statements: statementsOf(this, props) });
    this.role = role.withoutPolicyUpdates();
  }
}

function statementsOf(scope: Construct, props: DeliveryRoleProps): iam.PolicyStatement[] {
  const { stream, transformation, table, lake, logGroup } = props;
  const glueArn = (resource: string) => Stack.of(scope).formatArn({ service: 'glue', resource });
  const allow = (sid: string, actions: string[], ...resources: string[]) =>
    new iam.PolicyStatement({ sid, actions, resources });
  return [
    allow(
      'ReadStream',
      ['kinesis:DescribeStream', 'kinesis:GetShardIterator', 'kinesis:GetRecords', 'kinesis:ListShards'],
      stream.streamArn,
    ),
    allow(
      'TransformRecords',
      ['lambda:InvokeFunction', 'lambda:GetFunctionConfiguration'],
      transformation.functionArn,
      `${transformation.functionArn}:$LATEST`,
    ),
    allow(
      'ReadSchema',
      ['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'],
      glueArn('catalog'),
      glueArn(`database/${table.databaseName}`),
      glueArn(`table/${table.databaseName}/${table.ref}`),
    ),
    allow('FindLake', ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'], lake.bucketArn),
    allow(
      'WriteLake',
      ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
      ...props.prefixes.map((prefix) => lake.arnForObjects(`${prefix}*`)),
    ),
    allow('LogFailures', ['logs:PutLogEvents'], logGroup.logGroupArn),
  ];
}
