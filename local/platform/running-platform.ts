import { local } from '../../lib/stages/local.ts';
import { UserError } from '../../ops/user-error.ts';
import { emulatorEnvironment, enterEnvironment } from './emulator-environment.ts';
import { HEALTH_PATH } from './port-claim.ts';

/**
 * Connects the AWS clients of this process to the platform that runs on a port.
 *
 * @throws UserError if no platform runs there
 */
export async function enterRunningPlatform(port: number): Promise<void> {
  const endpoint = `http://127.0.0.1:${port}`;
  const health = await fetch(`${endpoint}${HEALTH_PATH}`, { signal: AbortSignal.timeout(5_000) }).catch(
    () => undefined,
  );
  if (health?.status === 503) throw new UserError(`The platform on port ${port} is starting: try again in a moment`);
  if (!health?.ok) {
    throw new UserError(`No platform runs on port ${port}: start it with npm start, or give its port with --port`);
  }
  enterEnvironment(emulatorEnvironment(process.env, { endpoint, region: local.region }));
}
