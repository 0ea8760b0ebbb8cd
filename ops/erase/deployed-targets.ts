import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { StackOutputs } from '../../client/stack-outputs.ts';
import { S3DocumentStore } from '../../lambda/documents/s3-document-store.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { CognitoUsers } from './cognito-users.ts';
import { CustomerApprovalsTarget } from './customer-approvals.ts';
import { DeletedItems } from './deleted-items.ts';
import { DynamoCustomerApprovals } from './dynamo-customer-approvals.ts';
import { DynamoIdempotencyKeys, DynamoPartition } from './dynamo-customer-items.ts';
import { DynamoCustomerOrders } from './dynamo-customer-orders.ts';
import { DynamoSandboxRecords } from './dynamo-sandbox-records.ts';
import type { EraseCustomerPorts } from './erase-customer.ts';
import { InvoicesTarget } from './invoices.ts';
import { OrdersTarget } from './orders.ts';
import { S3VersionedDocuments } from './s3-versioned-documents.ts';
import { SandboxTarget } from './sandbox-records.ts';
import { SignInTarget } from './sign-in.ts';
import { LateOrdersTarget, UnfinishedOrders } from './unfinished-orders.ts';

/** Returns the data stores of a deployed stage that hold customer data, in the order of erasure. */
export function deployedTargets(stage: StageConfig, outputs: StackOutputs): EraseCustomerPorts {
  const { region, replicaRegion } = stage;
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));
  const s3 = new S3Client({ region });
  const documents = outputs.get('DocumentsBucket');
  const orders = new DynamoCustomerOrders(client, outputs.get('OrdersTable'));
  const partition = (output: string, sortKey: string) =>
    new DynamoPartition(client, { table: outputs.get(output), sortKey });

  const buckets = [
    new S3VersionedDocuments(s3, documents),
    new S3VersionedDocuments(new S3Client({ region: replicaRegion }), outputs.get('ReplicaBucket')),
  ];
  const unfinished = new UnfinishedOrders({ orders, buckets });

  return {
    unfinished,
    targets: [
      new SignInTarget(new CognitoUsers(new CognitoIdentityProviderClient({ region }), outputs.get('UserPoolId'))),
      new LateOrdersTarget(unfinished),
      new DeletedItems({
        name: 'idempotency keys',
        called: ['key', 'keys'],
        items: new DynamoIdempotencyKeys(client, outputs.get('IdempotencyKeysTable')),
      }),
      new DeletedItems({
        name: 'notices',
        called: ['notice', 'notices'],
        items: partition('NoticesTable', 'noticeId'),
      }),
      ...(stage.payments.provider.kind === 'sandbox'
        ? [new SandboxTarget(orders, new DynamoSandboxRecords(client, outputs.get('SandboxPaymentsTable')))]
        : []),
      new OrdersTarget(orders),
      new CustomerApprovalsTarget(orders, new DynamoCustomerApprovals(client, outputs.get('ApprovalsTable'))),
      new InvoicesTarget({ orders, store: new S3DocumentStore(s3, documents), buckets }),
      // The reissued invoices are indexed again by the bucket's notifications.
      new DeletedItems({
        name: 'document index',
        called: ['entry', 'entries'],
        items: partition('DocumentIndexTable', 'documentKey'),
      }),
    ],
  };
}
