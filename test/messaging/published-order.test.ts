import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { publishedOrder } from '../../lambda/messaging/published-order.ts';
import type { StoredOrder } from '../../lambda/orders/domain/order.ts';
import { anOrder } from '../orders/an-order.ts';

type DynamoDBImage = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

const image = (order: StoredOrder) => marshall(order) as DynamoDBImage;
const change = (before: StoredOrder, after: StoredOrder): DynamoDBRecord => ({
  dynamodb: { OldImage: image(before), NewImage: image(after) },
});
const shipped = anOrder({ status: 'SHIPPED', version: 5 });

test('a new order is published', () => {
  expect(publishedOrder({ dynamodb: { NewImage: image(anOrder()) } })).toEqual(anOrder());
});

test('an order whose public status changed is published as it is after the change', () => {
  const reserved = anOrder({ status: 'RESERVED', version: 2 });
  const charged = anOrder({ status: 'CHARGED', version: 3 });
  expect(publishedOrder(change(reserved, charged))).toEqual(charged);
  expect(publishedOrder(change(anOrder({ status: 'SHIPPING', version: 4 }), shipped))).toEqual(shipped);
});

test.each([
  ['PLACED', 'RESERVED'],
  ['RESERVED', 'AWAITING_APPROVAL'],
] as const)('an order that was %s and is %s is not published: its public status is the same', (before, after) => {
  expect(publishedOrder(change(anOrder({ status: before }), anOrder({ status: after, version: 2 })))).toBeUndefined();
});

test('an order that is erased is not published', () => {
  const erased = { ...shipped, customerId: 'erased-01', paymentToken: 'erased' };
  expect(publishedOrder(change(shipped, erased))).toBeUndefined();
});

test('an order that was repaired by hand is published, although the previous item was invalid', () => {
  const record = { dynamodb: { OldImage: { orderId: { S: '01JD' } }, NewImage: image(shipped) } };
  expect(publishedOrder(record)).toEqual(shipped);
});

test.each<DynamoDBImage>([{}, { status: { S: 'PLACED' } }])(
  'a record that is not an order is refused, after %j',
  (OldImage) => {
    const NewImage = { orderId: { S: '01JD' }, status: { S: 'PLACED' } };
    expect(() => publishedOrder({ dynamodb: { OldImage, NewImage } })).toThrow('customerId');
  },
);
