import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { StackOutputs } from '../../client/stack-outputs.ts';
import { S3DocumentStore } from '../../lambda/documents/s3-document-store.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { ApprovalsPlace, SandboxPlace } from './beside-orders.ts';
import { CognitoUsers } from './cognito-users.ts';
import { DeletedPlace } from './deleted-place.ts';
import { DynamoCustomerApprovals, DynamoSandboxRecords } from './dynamo-beside-orders.ts';
import { DynamoIdempotencyKeys, DynamoPartition } from './dynamo-customer-items.ts';
import { DynamoCustomerOrders } from './dynamo-customer-orders.ts';
import type { EraseCustomerPorts } from './erase-customer.ts';
import { InvoicesPlace } from './invoices-place.ts';
import { OrdersPlace } from './orders-place.ts';
import { S3VersionedDocuments } from './s3-versioned-documents.ts';
import { SignInPlace } from './sign-in-place.ts';
import { LateOrdersPlace, UnfinishedOrders } from './unfinished-orders.ts';

/** The places of a deployed stage that know customers, in the order they are erased in. */
export function deployedPlaces(stage: StageConfig, outputs: StackOutputs): EraseCustomerPorts {
  const { region, replicaRegion } = stage;
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));
  const s3 = new S3Client({ region });
  const documents = outputs.get('DocumentsBucket');
  const orders = new DynamoCustomerOrders(client, outputs.get('OrdersTable'));
  const partition = (output: string, sortKey: string) =>
    new DynamoPartition(client, { table: outputs.get(output), sortKey });

  const shelves = [
    new S3VersionedDocuments(s3, documents),
    new S3VersionedDocuments(new S3Client({ region: replicaRegion }), outputs.get('ReplicaBucket')),
  ];
  const unfinished = new UnfinishedOrders({ orders, shelves });

  return {
    unfinished,
    places: [
      new SignInPlace(new CognitoUsers(new CognitoIdentityProviderClient({ region }), outputs.get('UserPoolId'))),
      new LateOrdersPlace(unfinished),
      new DeletedPlace({
        name: 'idempotency keys',
        called: ['key', 'keys'],
        items: new DynamoIdempotencyKeys(client, outputs.get('IdempotencyKeysTable')),
      }),
      new DeletedPlace({
        name: 'notices',
        called: ['notice', 'notices'],
        items: partition('NoticesTable', 'noticeId'),
      }),
      ...(stage.payments.provider.kind === 'sandbox'
        ? [new SandboxPlace(orders, new DynamoSandboxRecords(client, outputs.get('SandboxPaymentsTable')))]
        : []),
      new OrdersPlace(orders),
      new ApprovalsPlace(orders, new DynamoCustomerApprovals(client, outputs.get('ApprovalsTable'))),
      new InvoicesPlace({ orders, store: new S3DocumentStore(s3, documents), shelves }),
      // The bucket announces the invoices that were issued anew, and the index learns of them by that.
      new DeletedPlace({
        name: 'document index',
        called: ['entry', 'entries'],
        items: partition('DocumentIndexTable', 'documentKey'),
      }),
    ],
  };
}
