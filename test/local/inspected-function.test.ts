import { once } from 'node:events';
import { createServer } from 'node:net';
import { inspectedFunction } from '../../local/platform/inspected-function.ts';

test('takes another port for the debugger if the usual one is taken', async () => {
  const other = createServer().listen(9229, '127.0.0.1');
  // Taken by this test, or by a debugger that runs on this machine.
  await Promise.race([once(other, 'listening'), once(other, 'error')]).catch(() => {});
  const { entry, port } = await inspectedFunction('charge-payment');
  other.close();
  expect(entry).toBe('orders/charge-payment');
  expect(port).not.toBe(9229);
  expect(port).toBeGreaterThan(1_024);
});

test('names the nearest functions if there is none of the name', async () => {
  await expect(inspectedFunction('charge')).rejects.toThrow('The nearest names: orders/charge-payment, ');
});
