import { ZodError } from 'zod';
import { executionName } from '../../lambda/orders/start/workflow-input.ts';
import { orderImage } from '../../lambda/orders/store/order-image.ts';
import { PoisonError } from '../../lambda/platform/poison-error.ts';
import { anOrder } from './an-order.ts';

test('an execution is named by the order and its kind, so that starting it twice starts it once', () => {
  expect(executionName({ orderId: '01JD', kind: 'refund' })).toBe('01JD-refund');
});

test('a record of the stream is read as the order after its change', () => {
  const image = {
    orderId: { S: '01JD' },
    customerId: { S: 'AIDACUSTOMER' },
    status: { S: 'PLACED' },
    version: { N: '1' },
    lines: {
      L: [
        {
          M: {
            sku: { S: 'CUP' },
            quantity: { N: '2' },
            name: { S: 'Cup' },
            warehouse: { S: 'north' },
            unitPrice: { N: '1250' },
          },
        },
      ],
    },
    total: { N: '2500' },
    currency: { S: 'EUR' },
    paymentToken: { S: 'tok_visa' },
    stockReserved: { BOOL: false },
    deadline: { S: '2026-01-01T10:15:00.000Z' },
    deadlineShard: { S: 'IN_FLIGHT#3' },
    placedAt: { S: '2026-01-01T10:00:00.000Z' },
    changedAt: { S: '2026-01-01T10:00:00.000Z' },
  };
  expect(orderImage({ dynamodb: { NewImage: image } })).toEqual(anOrder({ orderId: '01JD' }));
});

test('a record without an order is poison, and the error names the field', () => {
  const read = () => orderImage({ dynamodb: { NewImage: { orderId: { S: '01JD' } } } });
  expect(read).toThrow(PoisonError);
  expect(read).toThrow('customerId');
  expect(read).toThrow(expect.objectContaining({ cause: expect.any(ZodError) }));
});
