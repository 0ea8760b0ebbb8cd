import { isDeepStrictEqual } from 'node:util';
import { Template } from 'aws-cdk-lib/assertions';
import { diff } from 'jest-diff';
import { entry } from '../../lambda/platform/settings.ts';
import type { OrdersBindings } from '../../lib/orders/orders-bindings.ts';
import { OrdersDataStack } from '../../lib/orders/orders-data-stack.ts';
import { type Binding, bind } from '../../lib/platform/binding.ts';
import { PlatformFunction } from '../../lib/platform/platform-function.ts';
import { prod } from '../../lib/stages/prod.ts';
import { templateApp } from '../../lib/template-app.ts';

const data = new OrdersDataStack(templateApp(), 'orders-data', { stage: prod });
const template = Template.fromStack(data);

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html
const HOW_TO_CHANGE_AN_INDEX = `CloudFormation refuses to change an index, and creates or deletes only one an update.
Leave the old index as it is and add one under a new name, which DynamoDB fills from the items there are; deploy.
Read from the new index; deploy again. Only then remove the old one, here and from the stack.`;

/** The deployed indexes of the orders. */
const DEPLOYED_INDEXES = [
  {
    IndexName: 'deadlines',
    KeySchema: [
      { AttributeName: 'deadlineShard', KeyType: 'HASH' },
      { AttributeName: 'deadline', KeyType: 'RANGE' },
    ],
    Projection: { ProjectionType: 'KEYS_ONLY' },
  },
  {
    IndexName: 'customers',
    KeySchema: [
      { AttributeName: 'customerId', KeyType: 'HASH' },
      { AttributeName: 'orderId', KeyType: 'RANGE' },
    ],
    Projection: {
      ProjectionType: 'INCLUDE',
      NonKeyAttributes: ['status', 'total', 'currency', 'placedAt', 'changedAt'],
    },
  },
];

test('the indexes of the orders do not change', () => {
  const orders = template.findResources('AWS::DynamoDB::Table')[data.resolve(data.orders.tableName).Ref];
  const { GlobalSecondaryIndexes } = orders?.Properties ?? {};
  if (isDeepStrictEqual(GlobalSecondaryIndexes, DEPLOYED_INDEXES)) return;
  throw new Error(`${HOW_TO_CHANGE_AN_INDEX}\n${diff(DEPLOYED_INDEXES, GlobalSecondaryIndexes)}`);
});

test('an approval expires some time after its end', () => {
  template.hasResourceProperties('AWS::DynamoDB::Table', {
    TimeToLiveSpecification: { AttributeName: 'forgottenAt', Enabled: true },
  });
});

test('nobody changes or deletes a recorded decision, which expires by itself', () => {
  template.hasResourceProperties('AWS::DynamoDB::Table', {
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    ResourcePolicy: {
      PolicyDocument: {
        Statement: [
          {
            Sid: 'AppendOnly',
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: [
              'dynamodb:BatchWriteItem',
              'dynamodb:DeleteItem',
              'dynamodb:PartiQLDelete',
              'dynamodb:PartiQLUpdate',
              'dynamodb:UpdateItem',
            ],
            Resource: '*',
            Condition: { Bool: { 'aws:PrincipalIsAWSService': 'false' } },
          },
        ],
      },
    },
  });
});

test.each<[string, keyof OrdersBindings, object]>([
  ['listing orders permits queries, and no reading of single orders', 'listOrders', { Orders: ['Query'] }],
  ['reading orders permits no change', 'readOrders', { Orders: ['GetItem'] }],
  ['changing orders without their stock permits none of stock', 'moveOrders', { Orders: ['GetItem', 'PutItem'] }],
  [
    'changing orders permits changing their stock',
    'changeOrders',
    { Orders: ['GetItem', 'PutItem'], Stock: ['UpdateItem'] },
  ],
  ['finding overdue orders permits queries only', 'findOverdueOrders', { Orders: ['Query'] }],
  [
    'accepting orders permits reading prices, and reading and remembering idempotency keys',
    'acceptOrders',
    { Orders: ['PutItem'], Products: ['BatchGetItem'], IdempotencyKeys: ['GetItem', 'PutItem'] },
  ],
  ['requesting and ending approvals permits no list', 'changeApprovals', { Approvals: ['GetItem', 'UpdateItem'] }],
  ['listing approvals permits no change', 'listApprovals', { Approvals: ['Scan'] }],
  ['creating and cancelling parcels permits no reading', 'changeShipments', { Shipments: ['UpdateItem'] }],
  ['reading a product permits no reading of stock', 'getProduct', { Products: ['GetItem'] }],
  ['listing products permits no reading of stock', 'listProducts', { Products: ['Scan'] }],
  [
    'putting a product permits putting its first stock, and no change of stock',
    'putProduct',
    { Products: ['GetItem', 'PutItem', 'UpdateItem'], Stock: ['PutItem'] },
  ],
  [
    'changing a product permits neither creating nor deleting one',
    'patchProduct',
    { Products: ['GetItem', 'UpdateItem'] },
  ],
  [
    'deleting a product permits reading its stock, and no change of stock',
    'deleteProduct',
    { Products: ['DeleteItem', 'GetItem'], Stock: ['ConditionCheckItem', 'GetItem'] },
  ],
  ['recording a decision permits nothing but adding it', 'recordDecisions', { Decisions: ['PutItem'] }],
  ['reviewing an approval permits reading decisions', 'reviewDecisions', { Decisions: ['PutItem', 'Query'] }],
])('%s', (_, name, actions) => {
  const stack = new OrdersDataStack(templateApp(), 'orders-data', { stage: prod });
  const binding: Binding = stack.bindings[name];
  const settings = binding.settings.map(([setting]) => setting);
  const entryUnderTest = bind(entry('tests/grantee', settings), { bindings: [binding] });
  new PlatformFunction(stack, 'Grantee', { stage: prod, entry: entryUnderTest, description: 'Uses one binding.' });
  const synthesized = Template.fromStack(stack);

  const policies = Object.entries(synthesized.findResources('AWS::IAM::Policy'));
  const [, policy] = policies.find(([id]) => id.startsWith('Grantee')) ?? [];
  const statements: { Action: string | string[]; Resource: unknown }[] = policy?.Properties.PolicyDocument.Statement;
  const allowed = new Map<string, string[]>();
  for (const { Action, Resource } of statements) {
    const [, table] =
      /"(Orders|Stock|Products|IdempotencyKeys|Approvals|Shipments|Decisions)[0-9A-F]{8}"/.exec(
        JSON.stringify(Resource),
      ) ?? [];
    if (!table) continue;
    const onTable = [Action].flat().map((action) => action.replace('dynamodb:', ''));
    allowed.set(table, [...(allowed.get(table) ?? []), ...onTable].sort());
  }
  expect(Object.fromEntries(allowed)).toEqual(actions);
});
