import { dev } from './dev.ts';
import type { StageConfig } from './stage-config.ts';

/**
 * The stage `dev`, deployed into the embedded emulator.
 *
 * All differences are listed here, each with its reason. Fewer differences mean that a local run proves more.
 */
export const local: StageConfig = {
  ...dev,
  name: 'local',
  // Operators of a local platform call from the same machine.
  api: { ...dev.api, operators: { ...dev.api.operators, addressRanges: ['127.0.0.1/32'] } },
};
