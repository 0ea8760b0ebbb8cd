import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { productCache } from '../../lambda/api/routes/product-cache.ts';
import { DEFAULT_TIMEOUT } from '../../lib/platform/platform-function.ts';

test('a flush that API Gateway does not answer ends well before the function: the product has been changed', async () => {
  let requests = 0;
  const server = createServer(() => requests++).listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env.AWS_ENDPOINT_URL_API_GATEWAY = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.AWS_REGION = 'eu-central-1';
  process.env.AWS_ACCESS_KEY_ID = 'test';
  process.env.AWS_SECRET_ACCESS_KEY = 'test';

  const started = performance.now();
  await productCache({ CACHED_API_ID: 'api', CACHED_STAGE: 'v1' }).flush();
  server.closeAllConnections();
  server.close();
  expect(performance.now() - started).toBeLessThan(DEFAULT_TIMEOUT.toMilliseconds() - 2_000);
  expect(requests).toBe(2);
}, 15_000);

test('a stage without a cache has nothing to flush', async () => {
  await expect(productCache({}).flush()).resolves.toBeUndefined();
});
