import { z } from 'zod';
import { type StageConfig, stageConfig } from './stage-config.ts';

/**
 * Checks the configuration of a stage.
 *
 * @throws Error that names each wrong field, the value received and what was expected
 */
export function validateStage(candidate: unknown): StageConfig {
  const result = stageConfig.safeParse(candidate, { reportInput: true });
  if (result.success) return result.data;
  const name = (candidate as { name?: unknown } | undefined)?.name;
  const lines = result.error.issues.map(describe);
  throw new Error([`The configuration of stage ${JSON.stringify(name)} is not valid:`, ...lines].join('\n'));
}

function describe(issue: z.core.$ZodIssue): string {
  const field = z.core.toDotPath(issue.path) || 'stage';
  if (issue.code === 'unrecognized_keys') return `  ${field}: has no field named ${issue.keys.join(', ')}`;
  return `  ${field}: received ${JSON.stringify(issue.input) ?? 'nothing'}, expected ${expected(issue)}`;
}

/** The part of zod's message that says what was expected. */
function expected(issue: z.core.$ZodIssue): string {
  return issue.message.replace(/^(Invalid (input|option): )?expected /i, '').replace(/, received .*$/, '');
}
