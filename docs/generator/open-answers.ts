import type { createDocument } from 'zod-openapi';

type Components = ReturnType<typeof createDocument>['components'];

/** Opens the schemas of responses to new fields, which clients must ignore. */
export function openAnswers(components: Components, answerNames: readonly string[]): Components {
  const schemas = Object.entries(components?.schemas ?? {}).map(([name, schema]) => [
    name,
    answerNames.includes(name) ? JSON.parse(JSON.stringify(schema, withoutLimits)) : schema,
  ]);
  return { ...components, schemas: Object.fromEntries(schemas) };
}

function withoutLimits(key: string, value: unknown): unknown {
  if (key === 'additionalProperties' && value === false) return undefined;
  // Limits and patterns that zod adds to every integer and every time.
  if (typeof value === 'number' && Math.abs(value) === Number.MAX_SAFE_INTEGER) return undefined;
  return isTime(value) ? { ...value, pattern: undefined } : value;
}

function isTime(value: unknown): value is { format: string } {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 'date-time';
}
