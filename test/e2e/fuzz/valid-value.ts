import fc, { type Arbitrary } from 'fast-check';
import type { Schema } from './open-api.ts';

/** Values that exist in the platform, by the field's name or the parameter's location and name (`path:sku`). */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** The maximum number of elements above the minimum length of a list. */
const MORE_ITEMS = 3;

/** Values that a schema allows. */
export function validValue(schema: Schema, known: Known, name = ''): Arbitrary<unknown> {
  const familiar = known[name];
  const allowed = allowedBy(schema, known);
  return familiar
    ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...familiar) }, { weight: 1, arbitrary: allowed })
    : allowed;
}

function allowedBy(schema: Schema, known: Known): Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {});
      const values = Object.fromEntries(properties.map(([name, each]) => [name, validValue(each, known, name)]));
      const requiredKeys = schema.required ? [...schema.required] : [];
      return fc
        .record(values, { requiredKeys, noNullPrototype: true })
        .filter((value) => Object.keys(value).length >= (schema.minProperties ?? 0));
    }
    case 'array': {
      const { minItems: minLength = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
      const maxLength = Math.min(maxItems, minLength + MORE_ITEMS);
      return fc.array(validValue(schema.items ?? {}, known), { minLength, maxLength });
    }
    case 'integer':
      return fc.integer({ min: schema.minimum, max: schema.maximum });
    case 'string':
      return texts(schema);
    default:
      return fc.boolean();
  }
}

function texts({ pattern, minLength = 0, maxLength = 200 }: Schema): Arbitrary<string> {
  if (!pattern) return fc.string({ unit: 'grapheme', minLength, maxLength });
  const matching = new RegExp(pattern, 'u');
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength && matching.test(text);
  return generated(matching).filter(fits);
}

/** Texts that match a pattern, if fast-check supports it; otherwise texts that may match it. */
function generated(pattern: RegExp): Arbitrary<string> {
  try {
    return fc.stringMatching(pattern);
  } catch {
    return fc.string({ unit: 'grapheme-ascii', minLength: 1 });
  }
}
