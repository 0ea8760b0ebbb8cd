import { dev } from './dev.ts';
import { local } from './local.ts';
import { prod } from './prod.ts';
import { STAGE_NAMES, type StageConfig } from './stage-config.ts';
import { validateStage } from './validate-stage.ts';

const stages: Record<(typeof STAGE_NAMES)[number], StageConfig> = { local, dev, prod };

/**
 * The stages to synthesize: the named one, or all.
 *
 * @throws Error for a name no stage has, and for a stage whose configuration is not valid
 */
export function selectStages(name?: unknown): StageConfig[] {
  if (name === undefined) return STAGE_NAMES.map((each) => validateStage(stages[each]));
  const selected = STAGE_NAMES.find((each) => each === name);
  if (!selected) throw new Error(`'stage' must be one of ${STAGE_NAMES.join(', ')}, got ${JSON.stringify(name)}`);
  return [validateStage(stages[selected])];
}
