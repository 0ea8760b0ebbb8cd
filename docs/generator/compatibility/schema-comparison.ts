import { type Document, resolve, type Schema } from './document.ts';
import { limitBreaks, typeBreaks, unknownKeywords, valueBreaks } from './keyword-breaks.ts';

/** The direction of the compared value: sent by clients, or received. */
export type Direction = 'request' | 'answer';

/**
 * Compares a released schema with the current one.
 *
 * Every request that was valid must still be valid. Every response must have been valid before, except for new fields.
 */
export class SchemaComparison {
  readonly #direction: Direction;
  readonly #released: Document;
  readonly #today: Document;
  /** The compared pairs of components, because a component can contain itself. */
  readonly #seen = new Set<string>();

  constructor(direction: Direction, released: Document, today: Document) {
    this.#direction = direction;
    this.#released = released;
    this.#today = today;
  }

  /** Lists the breaking changes, each with its location. */
  breaks(was: Schema, is: Schema, where: string): string[] {
    if (was.$ref && is.$ref) {
      const pair = `${was.$ref} ${is.$ref}`;
      if (this.#seen.has(pair)) return [];
      this.#seen.add(pair);
    }
    const place = is.$ref?.split('/').at(-1) ?? where;
    const [before, now] = [resolve(this.#released, was), resolve(this.#today, is)];
    const [narrow, wide] = this.#direction === 'request' ? [before, now] : [now, before];
    const keywords = unknownKeywords(before, now).concat(
      alternativesOf(before) || alternativesOf(now)
        ? this.#alternatives(narrow, wide)
        : [...typeBreaks(narrow, wide), ...valueBreaks(narrow, wide), ...limitBreaks(narrow, wide)],
    );
    return keywords
      .map((each) => `${place}: ${each}`)
      .concat(this.#fields(before, now, place), this.#elements(before, now, place));
  }

  /** Each alternative of the narrow schema must be equal to an alternative of the wide one, or a part of it. */
  #alternatives(narrow: Schema, wide: Schema): string[] {
    const fits = (left: Schema) => (right: Schema) => {
      const [was, is] = this.#direction === 'request' ? [left, right] : [right, left];
      return new SchemaComparison(this.#direction, this.#released, this.#today).breaks(was, is, '').length === 0;
    };
    const others = (alternativesOf(narrow) ?? [narrow]).filter(
      (left) => !(alternativesOf(wide) ?? [wide]).some(fits(left)),
    );
    return others.map((each) => `${JSON.stringify(each)} is not expected`);
  }

  #fields(was: Schema, is: Schema, where: string): string[] {
    const [before, now] = [was.properties ?? {}, is.properties ?? {}];
    const known = Object.entries(before).flatMap(([name, field]) => {
      const today = now[name];
      const place = `${where}.${name}`;
      return today
        ? [...this.#presence(name, was, is, place), ...this.breaks(field, today, place)]
        : [`${place} was removed`];
    });
    const unknown = Object.keys(now).filter((name) => !before[name]);
    return [
      ...known,
      ...unknown.flatMap((name) => this.#presence(name, was, is, `${where}.${name}`)),
      ...(this.#direction === 'request' ? closingBreaks(was, is, where) : []),
    ];
  }

  #presence(name: string, was: Schema, is: Schema, place: string): string[] {
    const [before, now] = [was, is].map(({ required = [] }) => required.includes(name));
    if (this.#direction === 'request') return now && !before ? [`${place} is required`] : [];
    return before && !now ? [`${place} is optional`] : [];
  }

  /** The elements of lists, and the values of maps. */
  #elements(was: Schema, is: Schema, where: string): string[] {
    const [before, now] = [valuesOfMap(was), valuesOfMap(is)];
    return [
      ...(was.items || is.items ? this.breaks(was.items ?? {}, is.items ?? {}, `${where}[]`) : []),
      ...(before || now ? this.breaks(before ?? {}, now ?? {}, `${where}{}`) : []),
    ];
  }
}

function alternativesOf({ anyOf, oneOf }: Schema): readonly Schema[] | undefined {
  return anyOf ?? oneOf;
}

function valuesOfMap({ additionalProperties: values }: Schema): Schema | undefined {
  return typeof values === 'object' ? values : undefined;
}

function closingBreaks(was: Schema, is: Schema, where: string): string[] {
  const closed = is.additionalProperties === false && was.additionalProperties !== false;
  return closed && was.type === 'object' ? [`${where} refuses unknown fields`] : [];
}
