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
  /** What is brought into the lake, in the plural: `order events`. */
  readonly events: string;
  /** Where the records come from. */
  readonly stream: kinesis.IStream;
  /** What makes rows of them. */
  readonly transformation: lambda.IFunction;
  /** The table whose schema the rows follow. */
  readonly table: glue.CfnTable;
  /** Where the rows go. */
  readonly lake: s3.IBucket;
  /** What the keys of the objects that are written begin with. */
  readonly prefixes: readonly string[];
  /** Where failures are logged. */
  readonly logGroup: logs.ILogGroup;
}

/**
 * What Firehose may do to bring events into the lake.
 *
 * The permissions are those AWS asks for; the ones the delivery stream would add by itself hold wildcards.
 * https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html
 */
export class DeliveryRole extends Construct {
  /** The role, closed to further permissions. */
  public readonly role: iam.IRole;
  /** Must exist before the delivery stream does. */
  public readonly permissions: iam.Policy;

  constructor(scope: Construct, id: string, props: DeliveryRoleProps) {
    super(scope, id);
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('firehose.amazonaws.com'),
      description: `Brings ${props.events} from the data stream into the lake.`,
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
