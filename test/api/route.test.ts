import type { Context } from 'aws-lambda';
import { json, located } from '../../lambda/api/http/json-answer.ts';
import { cachedRoute, route } from '../../lambda/api/http/route.ts';
import { anEvent } from './an-event.ts';

const context = { functionName: 'test' } as Context;
const settings = { ALLOWED_ORIGIN: 'https://shop.example.com' };

test('responds with the result of the route', async () => {
  const handler = route(settings, async (event) => json(202, { orderId: '1' }, located(event, '/orders/1')));
  expect(await handler(anEvent(), context)).toMatchObject({
    statusCode: 202,
    headers: { 'content-type': 'application/json', location: '/v1/orders/1' },
    body: '{"orderId":"1"}',
  });
});

test('lets only the pages of one origin read a response, without caching, sniffing or embedding', async () => {
  const handler = route(settings, async () => ({ statusCode: 204, body: '' }));
  expect((await handler(anEvent(), context)).headers).toMatchObject({
    'access-control-allow-origin': 'https://shop.example.com',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
});

test('lets a route allow caching', async () => {
  const handler = route(settings, async () => json(200, {}, { 'cache-control': 'max-age=60' }));
  expect((await handler(anEvent(), context)).headers).toMatchObject({ 'cache-control': 'max-age=60' });
});

test('reveals nothing of an error but the request id', async () => {
  const handler = route(settings, async () => {
    throw new Error('the password is swordfish');
  });
  const { statusCode, headers, body } = await handler(anEvent(), context);
  expect(statusCode).toBe(500);
  expect(headers).toMatchObject({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'access-control-allow-origin': 'https://shop.example.com',
  });
  expect(body).toContain('r-1');
  expect(body).not.toContain('swordfish');
});

test('throws on an error of a cached route, so that no error is cached', async () => {
  const handler = cachedRoute(settings, async () => {
    throw new Error('the password is swordfish');
  });
  await expect(handler(anEvent(), context)).rejects.toThrow(/^the request failed$/);
});
