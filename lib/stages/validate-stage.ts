import { fieldProblems } from '../../lambda/platform/field-problem.ts';
import { type StageConfig, stageConfig } from './stage-config.ts';

/**
 * Validates the configuration of a stage.
 *
 * @throws Error if a field is not valid. The message names each such field, the value received and the value expected
 */
export function validateStage(candidate: unknown): StageConfig {
  const result = stageConfig.safeParse(candidate, { reportInput: true });
  if (result.success) return result.data;
  const name = (candidate as { name?: unknown } | undefined)?.name;
  const lines = fieldProblems(result.error).map(
    ({ field, received = 'nothing', expected }) => `  ${field}: received ${received}, expected ${expected}`,
  );
  throw new Error([`The configuration of stage ${JSON.stringify(name)} is not valid:`, ...lines].join('\n'));
}
