import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { PortClaim } from '../../local/platform/port-claim.ts';

/** Starts a server on a free port. */
async function listen(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => socket.end('220 not what you think\r\n'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

async function freePort(): Promise<number> {
  const { server, port } = await listen();
  server.close();
  await once(server, 'close');
  return port;
}

test('refuses a port that another program uses', async () => {
  const { server, port } = await listen();
  await expect(PortClaim.take(port)).rejects.toThrow(
    `Port ${port} is taken by another program: end it, or choose another port with npm start -- --port <number>`,
  );
  server.close();
});

test('refuses a port that another start of the platform uses, and reports that it is running', async () => {
  const port = await freePort();
  const first = await PortClaim.take(port);
  await expect(PortClaim.take(port)).rejects.toThrow(`The platform already runs on port ${port}`);
  await first.release();
});

test('releases its port for others', async () => {
  const port = await freePort();
  await (await PortClaim.take(port)).release();
  const next = await PortClaim.take(port);
  await expect(next.release()).resolves.toBeUndefined();
});
