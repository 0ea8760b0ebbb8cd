import { isDeepStrictEqual } from 'node:util';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { diff } from 'jest-diff';
import { OrdersDataStack } from '../../lib/orders/orders-data-stack.ts';
import { PlatformFunction } from '../../lib/platform/platform-function.ts';
import { prod } from '../../lib/stages/prod.ts';
import { testApp } from '../platform/test-app.ts';

const data = new OrdersDataStack(testApp(), 'orders-data', { stage: prod });
const template = Template.fromStack(data);

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-table.html
const HOW_TO_CHANGE_AN_INDEX = `CloudFormation refuses to change an index, and creates or deletes only one an update.
Leave the old index as it is and add one under a new name, which DynamoDB fills from the items there are; deploy.
Read from the new index; deploy again. Only then remove the old one, here and from the stack.`;

/** The indexes of the orders, as they are deployed. */
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

test('the indexes of the orders are as deployed', () => {
  const orders = template.findResources('AWS::DynamoDB::Table')[data.resolve(data.orders.tableName).Ref];
  const { GlobalSecondaryIndexes } = orders?.Properties ?? {};
  if (isDeepStrictEqual(GlobalSecondaryIndexes, DEPLOYED_INDEXES)) return;
  throw new Error(`${HOW_TO_CHANGE_AN_INDEX}\n${diff(DEPLOYED_INDEXES, GlobalSecondaryIndexes)}`);
});

test('an approval is forgotten some time after its end', () => {
  template.hasResourceProperties('AWS::DynamoDB::Table', {
    TimeToLiveSpecification: { AttributeName: 'forgottenAt', Enabled: true },
  });
});

test.each<[string, (data: OrdersDataStack, grantee: lambda.Function) => iam.Grant, object, string[]]>([
  [
    'who lists orders may query them, and not read one whose number it is told',
    (orders, grantee) => orders.grantList(grantee),
    { Orders: ['Query'] },
    ['ORDERS_TABLE'],
  ],
  [
    'who shows a product may read it, and no stock',
    (orders, grantee) => orders.grantGetProduct(grantee),
    { Products: ['GetItem'] },
    ['PRODUCTS_TABLE', 'STOCK_TABLE'],
  ],
  [
    'who lists products may read all, and no stock',
    (orders, grantee) => orders.grantListProducts(grantee),
    { Products: ['Scan'] },
    ['PRODUCTS_TABLE', 'STOCK_TABLE'],
  ],
  [
    'who sells an article may put it and its first stock, and change no stock',
    (orders, grantee) => orders.grantPutProduct(grantee),
    { Products: ['PutItem', 'UpdateItem'], Stock: ['PutItem'] },
    ['PRODUCTS_TABLE', 'STOCK_TABLE'],
  ],
  [
    'who changes a product may neither make nor remove one',
    (orders, grantee) => orders.grantPatchProduct(grantee),
    { Products: ['GetItem', 'UpdateItem'] },
    ['PRODUCTS_TABLE', 'STOCK_TABLE'],
  ],
  [
    'who removes a product may look at its stock, and not change it',
    (orders, grantee) => orders.grantDeleteProduct(grantee),
    { Products: ['DeleteItem'], Stock: ['ConditionCheckItem', 'GetItem'] },
    ['PRODUCTS_TABLE', 'STOCK_TABLE'],
  ],
])('%s', (_, grant, actions, settings) => {
  const stack = new OrdersDataStack(testApp(), 'orders-data', { stage: prod });
  const props = { stage: prod, entry: 'api/get-order', description: 'Is granted something.' };
  grant(stack, new PlatformFunction(stack, 'Grantee', props));
  const synthesized = Template.fromStack(stack);

  const policies = Object.entries(synthesized.findResources('AWS::IAM::Policy'));
  const [, policy] = policies.find(([id]) => id.startsWith('Grantee')) ?? [];
  const statements: { Action: string | string[]; Resource: unknown }[] = policy?.Properties.PolicyDocument.Statement;
  const allowed = new Map<string, string[]>();
  for (const { Action, Resource } of statements) {
    const [, table] = /"(Orders|Stock|Products)[0-9A-F]{8}"/.exec(JSON.stringify(Resource)) ?? [];
    if (!table) continue;
    const onTable = [Action].flat().map((action) => action.replace('dynamodb:', ''));
    allowed.set(table, [...(allowed.get(table) ?? []), ...onTable].sort());
  }
  expect(Object.fromEntries(allowed)).toEqual(actions);
  for (const name of settings) {
    synthesized.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { [name]: Match.anyValue() } },
    });
  }
});
