import type { createDocument } from 'zod-openapi';

type Components = ReturnType<typeof createDocument>['components'];

/** Leaves the schemas of answers open: clients are to ignore the fields that they do not know. */
export function openAnswers(components: Components, answerNames: readonly string[]): Components {
  const schemas = Object.entries(components?.schemas ?? {}).map(([name, schema]) => [
    name,
    answerNames.includes(name) ? JSON.parse(JSON.stringify(schema, withoutLimits)) : schema,
  ]);
  return { ...components, schemas: Object.fromEntries(schemas) };
}

function withoutLimits(key: string, value: unknown): unknown {
  if (key === 'additionalProperties' && value === false) return undefined;
  // What zod says of every integer and every time, whether or not there is more to say.
  if (typeof value === 'number' && Math.abs(value) === Number.MAX_SAFE_INTEGER) return undefined;
  return isTime(value) ? { ...value, pattern: undefined } : value;
}

function isTime(value: unknown): value is { format: string } {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 'date-time';
}
