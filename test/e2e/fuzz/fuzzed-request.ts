import fc, { type Arbitrary } from 'fast-check';
import { HOSTILE_TEXTS } from '../hostile-texts.ts';
import { mutatedValue } from './mutated-value.ts';
import type { DocumentedOperation, Parameter } from './open-api.ts';
import { type Known, validValue } from './valid-value.ts';

/** The caller of a request: permitted, or the reason for its refusal. */
export const SENDERS = ['right', 'nobody', 'stranger', 'garbled'] as const;

/** A request generated from the description of an operation. */
export interface FuzzedRequest {
  readonly operation: DocumentedOperation;
  readonly sender: (typeof SENDERS)[number];
  /** The values of the parameters that are sent, by their names. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly contentType?: string;
  /** The value of the body; absent if the body is not JSON. */
  readonly value?: unknown;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** A parameter as text. A path parameter is not empty, and a header contains no line breaks. */
const TEXT_OF: Record<Parameter['in'], (text: string) => string> = {
  path: (text) => text.toWellFormed() || '-',
  query: (text) => text.toWellFormed(),
  header: (text) => text.replaceAll(/[^\x20-\x7e]/g, '?').trim() || '?',
};

const BROKEN = [
  '',
  '{',
  '[',
  '{"lines":',
  'null',
  '"',
  '{"a":1,"a":2}',
  '\ufeff{}',
  '[[[[[[[['.repeat(500),
  'NaN',
  '{"a":1e999}',
];
const CONTENT_TYPES = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'image/png',
];

/** Requests for an operation: most have one error, some are valid. */
export function fuzzedRequest(operation: DocumentedOperation, known: Known): Arbitrary<FuzzedRequest> {
  const sender = fc.oneof(
    { weight: 5, arbitrary: fc.constant('right' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...SENDERS) },
  );
  return fc
    .record(
      { sender, parameters: parametersOf(operation, known), content: contentOf(operation, known) },
      { noNullPrototype: true },
    )
    .map(({ content, ...request }) => ({ operation, ...request, ...content }));
}

function parametersOf({ parameters = [] }: DocumentedOperation, known: Known): Arbitrary<Record<string, unknown>> {
  const values = parameters.map((parameter) => {
    const { in: place, name, schema } = parameter;
    const valid = validValue(schema, known, `${place}:${name}`);
    const wrong = fc.oneof(
      mutatedValue(valid).map((value) => (typeof value === 'object' ? JSON.stringify(value) : `${value}`)),
      fc.constantFrom(...HOSTILE_TEXTS),
    );
    const text = fc
      .oneof({ weight: 5, arbitrary: valid }, { weight: 1, arbitrary: wrong })
      .map((value) => TEXT_OF[place](`${value}`));
    return [name, place === 'path' ? text : fc.option(text, { nil: undefined, freq: 8 })] as const;
  });
  return fc.record(Object.fromEntries(values), { noNullPrototype: true });
}

type Content = Pick<FuzzedRequest, 'contentType' | 'value' | 'body'>;

function contentOf({ requestBody }: DocumentedOperation, known: Known): Arbitrary<Content> {
  const [[type = '', { schema } = {}] = []] = Object.entries(requestBody?.content ?? {});
  if (!requestBody) return fc.constant({});
  const bytes = fc.uint8Array({ maxLength: 2_000 }).map((each) => ({ contentType: type, body: new Uint8Array(each) }));
  if (!schema) return bytes;
  const valid = validValue(schema, known);
  const json = (value: unknown): Content => ({ contentType: type, value, body: JSON.stringify(value) ?? '' });
  return fc.oneof(
    { weight: 6, arbitrary: valid.map(json) },
    { weight: 8, arbitrary: mutatedValue(valid).map(json) },
    { weight: 1, arbitrary: fc.constantFrom(...BROKEN).map((body) => ({ contentType: type, body })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...CONTENT_TYPES), valid)
        .map(([contentType, value]) => ({ ...json(value), contentType })),
    },
    { weight: 1, arbitrary: bytes },
  );
}
