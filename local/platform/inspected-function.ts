import { once } from 'node:events';
import { createServer } from 'node:net';
import { entryOf, handlers } from '../../lib/platform/bundle-functions.ts';
import { functionNamed } from '../functions/running-functions.ts';

/** A function that a debugger can connect to. */
export interface InspectedFunction {
  /** Its capability and name, such as `orders/charge-payment`. */
  readonly entry: string;
  /** The file of its handler, relative to the repository. */
  readonly handler: string;
  /** The port of 127.0.0.1 for the debugger. */
  readonly port: number;
}

/** The port that debuggers of Node connect to by default. */
const USUAL_PORT = 9229;

/**
 * Chooses the port of the debugger of a function: the usual one, or any other if that is taken.
 *
 * @throws UserError that names the nearest functions, if there is none of that name
 */
export async function inspectedFunction(name: string): Promise<InspectedFunction> {
  const all = handlers().map((handler) => ({ entry: entryOf(handler), handler }));
  return { ...functionNamed(all, name), port: await freePort(USUAL_PORT).catch(() => freePort(0)) };
}

async function freePort(wanted: number): Promise<number> {
  const server = createServer().listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : wanted;
}
