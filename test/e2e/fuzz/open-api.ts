import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The keywords of JSON Schema that the API's document uses. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
}

/** A parameter of an operation. */
export interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** One of the answers of an operation. */
export interface DocumentedAnswer {
  readonly headers?: Readonly<Record<string, { required?: boolean; schema: Schema }>>;
  readonly content?: Readonly<Record<string, { schema?: Schema }>>;
}

/** An operation of the document, with its references resolved. */
export interface DocumentedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema?: Schema }>> };
  readonly responses: Readonly<Record<string, DocumentedAnswer>>;
}

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8'));

/** Replaces references with their targets; the document has no recursive schema. */
function resolved(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(resolved);
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...rest } = node as { $ref?: string };
  if (!$ref) return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, resolved(value)]));
  const target = $ref
    .slice('#/'.length)
    .split('/')
    .reduce((found, key) => found[key], document);
  return { ...(resolved(target) as object), ...(resolved(rest) as object) };
}

/** Every operation of docs/openapi.json. */
export const DOCUMENTED: readonly DocumentedOperation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods as object).map(
    ([method, operation]) => ({ ...(resolved(operation) as object), method, path }) as DocumentedOperation,
  ),
);
