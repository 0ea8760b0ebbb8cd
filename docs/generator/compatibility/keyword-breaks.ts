import type { Schema } from './document.ts';

/** Keywords of a limit; true if a smaller value allows less. */
const LIMITS: Record<string, boolean> = {
  maximum: true,
  exclusiveMaximum: true,
  maxLength: true,
  maxItems: true,
  maxProperties: true,
  minimum: false,
  exclusiveMinimum: false,
  minLength: false,
  minItems: false,
  minProperties: false,
};
/** Keywords whose values cannot be ordered: any change may allow less. */
const RULES = ['pattern', 'format', 'multipleOf', 'uniqueItems'];
/** Keywords without an effect on validation. */
const WORDS = ['description', 'title', 'examples', 'default', 'deprecated'];
const ALTERNATIVES = ['anyOf', 'oneOf'];
const STRUCTURE = ['type', 'enum', 'const', 'properties', 'required', 'additionalProperties', 'items'];
const KNOWN = [...Object.keys(LIMITS), ...RULES, ...WORDS, ...STRUCTURE];

/** Reports keywords that the comparison does not support. */
export function unknownKeywords(...schemas: Schema[]): string[] {
  const unknown = schemas.flatMap((schema) => {
    const known = ALTERNATIVES.some((keyword) => keyword in schema) ? [...WORDS, ...ALTERNATIVES] : KNOWN;
    return Object.keys(schema).filter((keyword) => !known.includes(keyword));
  });
  return [...new Set(unknown)].map((keyword) => `${keyword} is not supported by the comparison: add it there`);
}

/** The types of the narrow schema that the wide one does not have. */
export function typeBreaks(narrow: Schema, wide: Schema): string[] {
  if (wide.type === undefined) return [];
  const allowed = [wide.type].flat();
  const types = [narrow.type ?? 'anything'].flat();
  const others = types.filter((type) => !allowed.includes(type) && !(type === 'integer' && allowed.includes('number')));
  return others.length > 0 ? [`type ${others.join(', ')}, expected ${allowed.join(', ')}`] : [];
}

/** The values of the narrow schema that the wide one does not have. */
export function valueBreaks(narrow: Schema, wide: Schema): string[] {
  const [values, allowed] = [valuesOf(narrow), valuesOf(wide)];
  if (!allowed) return [];
  if (!values) return [`any value, expected ${allowed.map((value) => JSON.stringify(value)).join(', ')}`];
  return values.filter((value) => !allowed.includes(value)).map((value) => `${JSON.stringify(value)} is not expected`);
}

function valuesOf(schema: Schema): readonly unknown[] | undefined {
  return 'const' in schema ? [schema.const] : schema.enum;
}

/** The limits and rules of the wide schema that the narrow one exceeds. */
export function limitBreaks(narrow: Schema, wide: Schema): string[] {
  const limits = Object.entries(LIMITS).filter(([keyword, upper]) => {
    const [inner, outer] = [narrow[keyword] as number | undefined, wide[keyword] as number | undefined];
    if (outer === undefined) return false;
    return inner === undefined || (upper ? inner > outer : inner < outer);
  });
  const rules = RULES.filter((keyword) => wide[keyword] !== undefined && wide[keyword] !== narrow[keyword]);
  return [...limits.map(([keyword]) => keyword), ...rules].map(
    (keyword) => `${keyword} ${narrow[keyword] ?? 'none'}, expected ${wide[keyword]}`,
  );
}
