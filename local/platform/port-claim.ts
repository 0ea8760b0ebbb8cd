import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { UserError } from '../../ops/user-error.ts';

/** Health check of the emulator; the holder of a port claim answers it too. */
export const HEALTH_PATH = '/_ministack/health';

/**
 * Claim on the emulator's port until the emulator listens on it.
 *
 * The port is the lock of a local run. The system releases it with its process, so no stale lock can remain.
 */
export class PortClaim {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /**
   * Claims a port of 127.0.0.1.
   *
   * @throws UserError if another program or another `npm start` uses it
   */
  static async take(port: number): Promise<PortClaim> {
    const server = createServer((_, response) => response.writeHead(503).end('the order platform is starting'));
    server.listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch (error) {
      throw await userErrorFor(port, error as NodeJS.ErrnoException);
    }
    return new PortClaim(server);
  }

  /** Releases the port. */
  async release(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

async function userErrorFor(port: number, error: NodeJS.ErrnoException): Promise<UserError> {
  if (error.code !== 'EADDRINUSE') {
    return new UserError(
      `Port ${port} cannot be used (${error.code}): choose another with npm start -- --port <number>`,
    );
  }
  return new UserError(
    (await emulatorAnswers(port))
      ? `The platform already runs on port ${port}: end that run with Ctrl-C, or start a second one beside it with npm start -- --port <number>`
      : `Port ${port} is taken by another program: end it, or choose another port with npm start -- --port <number>`,
  );
}

async function emulatorAnswers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${HEALTH_PATH}`, { signal: AbortSignal.timeout(2_000) });
    return response.ok || response.status === 503;
  } catch {
    return false;
  }
}
