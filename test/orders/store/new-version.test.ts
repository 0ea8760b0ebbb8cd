import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Order } from '../../../lambda/orders/domain/order.ts';
import { newVersion } from '../../../lambda/orders/store/new-version.ts';
import { anOrder } from '../an-order.ts';

const image = (order: Order) => marshall(order) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];
const shipped = anOrder({ status: 'SHIPPED', version: 5 });

test('an order that is erased keeps its version, and is no change to tell of', () => {
  const erased = { ...shipped, customerId: 'erased-01', paymentToken: 'erased' };
  expect(newVersion({ dynamodb: { OldImage: image(shipped), NewImage: image(erased) } })).toBeUndefined();
});

test('an order that is new, or one version on, is a change to tell of', () => {
  expect(newVersion({ dynamodb: { NewImage: image(anOrder()) } })).toEqual(anOrder());
  const before = anOrder({ status: 'SHIPPING', version: 4 });
  expect(newVersion({ dynamodb: { OldImage: image(before), NewImage: image(shipped) } })).toEqual(shipped);
});

test('a record that holds no order is refused, not taken for an erasure', () => {
  expect(() => newVersion({ dynamodb: { OldImage: {}, NewImage: { orderId: { S: '01JD' } } } })).toThrow('customerId');
});
