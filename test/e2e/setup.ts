import { enterEnvironment } from '../../local/platform/emulator-environment.ts';
import { type LocalPlatform, startPlatform } from '../../local/platform/local-platform.ts';

/** A port other than that of `npm start`, so that the suite can run while the platform is running. */
const PORT = 4576;

declare global {
  var platformUnderTest: LocalPlatform;
}

/** Deploys the stage `local` once for all files of the suite. */
export default async function setUp(): Promise<void> {
  globalThis.platformUnderTest = await startPlatform({ port: PORT });
  enterEnvironment(globalThis.platformUnderTest.environment);
}
