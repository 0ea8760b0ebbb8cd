import { dev } from './dev.ts';
import { local } from './local.ts';
import { prod } from './prod.ts';
import type { StageConfig } from './stage-config.ts';
import { validateStage } from './validate-stage.ts';

/** The stages of this app, in the order they are synthesized; their order has no other meaning. */
const STAGES: readonly StageConfig[] = [local, dev, prod];

/** The names of the stages. */
export const STAGE_NAMES = STAGES.map(({ name }) => name);

/**
 * The stages to synthesize: the named one, or all.
 *
 * @throws Error if no stage has the name, or the configuration of a stage is not valid
 */
export function selectStages(name?: unknown): StageConfig[] {
  return name === undefined ? STAGES.map(validateStage) : [stageNamed(name)];
}

/**
 * Returns the stage with a name.
 *
 * @throws Error if no stage has the name, or its configuration is not valid
 */
export function stageNamed(name: unknown): StageConfig {
  const selected = STAGES.find((stage) => stage.name === name);
  if (!selected) throw new Error(`'stage' must be one of ${STAGE_NAMES.join(', ')}, got ${JSON.stringify(name)}`);
  return validateStage(selected);
}
