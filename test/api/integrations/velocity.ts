import { Compile, parse } from 'velocityjs';

/** The input of a mapping template. */
export interface TemplateRequest {
  /** The payload: the body of the request or of the backend's response. */
  readonly body: unknown;
  /** Placeholders of the template, which are replaced at synth. */
  readonly names?: Record<string, string>;
}

/** A rendered payload. */
export interface Rendered {
  /** The output of the template. */
  readonly text: string;
  /** The status that the template sets instead of the mapped one. */
  readonly status?: number;
}

/** Variables of a request that the caller cannot choose. */
export const CONTEXT = {
  requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
  extendedRequestId: 'JKJaXmPLvHcESHA=',
  requestTimeEpoch: 1_767_225_600_000,
  identity: { apiKeyId: 'a1b2c3d4e5' },
} as const;

/**
 * Renders a mapping template as API Gateway does, by its variables and functions.
 *
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export function renderTemplate(template: string, { body, names }: TemplateRequest): Rendered {
  const responseOverride: { status?: number } = {};
  const text = parsed(template).render({
    ...names,
    input: { body: JSON.stringify(body), path: pathOf(body), json: jsonOf(body) },
    util: UTIL,
    context: { ...CONTEXT, responseOverride },
  });
  return { text, ...responseOverride };
}

const syntaxTrees = new Map<string, ReturnType<typeof parse>>();

/** A template to render, parsed only once: parsing takes most of the time. */
function parsed(template: string): Compile {
  const tree = syntaxTrees.get(template) ?? parse(template);
  syntaxTrees.set(template, tree);
  return new Compile(tree);
}

const UTIL = {
  base64Encode: (text: string) => Buffer.from(text).toString('base64'),
  base64Decode: (base64: string) => Buffer.from(base64, 'base64').toString(),
  urlEncode: encodeURIComponent,
  urlDecode: decodeURIComponent,
  escapeJavaScript,
};

/** The value at a path, as an object; undefined if there is none. */
function pathOf(body: unknown) {
  return (path: string): unknown => {
    let found: unknown = body;
    for (const [, name, index] of path.slice(1).matchAll(/\.(\w+)|\[(\d+)\]/g)) {
      found = (found as Record<string, unknown> | undefined)?.[(name ?? index) as string];
    }
    return found;
  };
}

/** The value at a path, as JSON: two quotes if there is none, and slashes escaped as json-smart does. */
function jsonOf(body: unknown) {
  return (path: string): string => JSON.stringify(pathOf(body)(path) ?? '').replaceAll('/', '\\/');
}

/** As `StringEscapeUtils.escapeEcmaScript` of Apache Commons: all but ASCII by its code, and `\'`, which JSON does not have. */
function escapeJavaScript(text: string): string {
  const NAMED: Record<string, string> = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r' };
  const number = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return text
    .split('')
    .map((unit) => NAMED[unit] ?? (/['"\\/]/.test(unit) ? `\\${unit}` : /[ -~]/.test(unit) ? unit : number(unit)))
    .join('');
}
