import { dev } from './dev.ts';
import type { StageConfig } from './stage-config.ts';

/**
 * `dev` in the embedded emulator. What differs is listed here and nowhere else, each with its reason:
 * the less there is, the more a local run proves.
 */
export const local: StageConfig = {
  ...dev,
  name: 'local',
  // The emulator does not evaluate `aws:ResourceAccount`, on which the bootstrap roles' permissions depend.
  deployWith: 'caller-credentials',
  // Operators call from this machine.
  api: { ...dev.api, operators: { ...dev.api.operators, addressRanges: ['127.0.0.1/32'] } },
};
