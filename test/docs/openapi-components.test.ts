import { z } from 'zod';
import { schemas } from '../../docs/generator/openapi-components.ts';
import { orderOperations } from '../../lib/api/operations/order-operations.ts';

test('two schemas cannot have one name: the second would silently replace the first', () => {
  const answers = { 200: { description: 'The status.', json: { name: 'OrderStatus', schema: z.object({}) } } };
  expect(() => schemas([{ ...orderOperations.getOrder, answers }])).toThrow('"OrderStatus"');
});
