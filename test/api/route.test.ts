import type { Context } from 'aws-lambda';
import { json, route } from '../../lambda/api/route.ts';
import { anEvent } from './an-event.ts';

const context = { functionName: 'test' } as Context;

test('answers what the handler answers', async () => {
  const handler = route(async () => json(202, { orderId: '1' }, { location: '/orders/1' }));
  expect(await handler(anEvent(), context)).toEqual({
    statusCode: 202,
    headers: { 'content-type': 'application/json', location: '/orders/1' },
    body: '{"orderId":"1"}',
  });
});

test('tells a client nothing of an error but the number to report', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => {});
  const handler = route(async () => {
    throw new Error('the password is swordfish');
  });
  const answer = await handler(anEvent(), context);
  log.mockRestore();
  expect(answer.statusCode).toBe(500);
  expect(answer.body).toContain('r-1');
  expect(answer.body).not.toContain('swordfish');
});
