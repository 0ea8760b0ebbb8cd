import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { ApiAnswer } from '../../../client/api-client.ts';
import type { FuzzedRequest } from './fuzzed-request.ts';
import type { Schema } from './open-api.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const compiled = new WeakMap<Schema, ReturnType<typeof ajv.compile>>();

/**
 * Operations without a function: the gateway does not compare path parameters with a pattern. The key of an image is always
 * below `product-images/`.
 */
const TAKES_ANY_PATH = ['putProductImage'];

/** The errors of a schema for a value. */
function faults(schema: Schema, value: unknown): string | undefined {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
}

/** True if a request is valid by the document, independent of its caller and its result. */
export function isAllowed({ operation, parameters, contentType, value, body }: FuzzedRequest): boolean {
  const fit = (operation.parameters ?? []).every(({ in: place, name, required, schema }) => {
    if (place === 'path' && TAKES_ANY_PATH.includes(operation.operationId)) return true;
    const sent = parameters[name];
    if (sent === undefined) return !required;
    const typed = schema.type === 'integer' && /^-?\d+$/.test(`${sent}`) ? Number(sent) : sent;
    return faults(schema, typed) === undefined;
  });
  const { content } = operation.requestBody ?? {};
  if (!content) return fit;
  const { schema } = content[contentType ?? ''] ?? {};
  if (!schema) return fit && body instanceof Uint8Array;
  return fit && value !== undefined && faults(schema, value) === undefined;
}

/** The difference between an answer and the document, or undefined if it conforms. */
export function objections(request: FuzzedRequest, { status, headers, body, bytes }: ApiAnswer): string[] {
  const { operation, sender } = request;
  if (status >= 500) return [`answered ${status}`];
  if (sender !== 'right' && operation.security?.length && ![401, 403, 429].includes(status)) {
    return [`let ${sender} in with ${status}`];
  }
  if (status < 300 && !isAllowed(request)) return [`took what the document does not allow, with ${status}`];
  const documented = operation.responses[`${status}`];
  if (!documented) return [`answered ${status}, which is not documented`];
  const missing = Object.entries(documented.headers ?? {}).filter(
    ([name, { required }]) => required && !headers.has(name),
  );
  const found = missing.map(([name]) => `left out the header ${name}`);
  const type = headers.get('content-type')?.split(';')[0] ?? '';
  if (!documented.content) return bytes.length > 0 ? [...found, `answered ${status} with a body`] : found;
  const described = documented.content[type];
  if (!described) return [...found, `answered ${status} as ${type}, which is not documented`];
  const wrong = described.schema && faults(described.schema, body);
  return wrong ? [...found, `answered ${status} with a body that its schema refuses: ${wrong}`] : found;
}
