import { enterEnvironment } from '../../local/platform/emulator-environment.ts';
import { LocalPlatform } from '../../local/platform/local-platform.ts';
import { UNREAD_PROPERTIES } from './unread-properties.ts';

/** A port other than that of `npm start`, so that the suite can run while the platform is running. */
const PORT = 4576;

declare global {
  var platformUnderTest: LocalPlatform;
}

/** Deploys the stage `local` once for all files of the suite. */
export default async function setUp(): Promise<void> {
  const platform = new LocalPlatform({ port: PORT, unreadProperties: UNREAD_PROPERTIES });
  try {
    for (const step of platform.steps) await step.run(() => {});
  } catch (error) {
    await platform.stop();
    throw error;
  }
  globalThis.platformUnderTest = platform;
  enterEnvironment(platform.environment);
}
