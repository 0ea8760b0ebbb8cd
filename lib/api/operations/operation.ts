import type { z } from 'zod';

/** The callers of an operation, and how they authenticate. */
export type Access =
  /** A customer, with an access token of the user pool that has the scope. */
  | { readonly kind: 'customer'; readonly scope: string }
  /** An operator, with a request signed by AWS credentials. */
  | { readonly kind: 'operator' }
  /** A partner, with an API key and a token of the issuer of partners' tokens. */
  | { readonly kind: 'partner' }
  /** A web shop, with an API key. */
  | { readonly kind: 'api-key' }
  /** Anyone. */
  | { readonly kind: 'anyone' };

/** A schema with the name that it has in the OpenAPI document and, for a request body, as a model of the API. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: z.ZodType;
}

/** A successful response of an operation; one with neither `json` nor `mediaType` has no body. */
export interface Answer {
  readonly description: string;
  /** The schema of a JSON body. */
  readonly json?: NamedSchema;
  /** The media type of a body other than JSON. */
  readonly mediaType?: string;
  /** Headers besides those of every response. */
  readonly headers?: z.ZodObject;
}

/** A request body in JSON. */
export interface JsonBody extends NamedSchema {
  readonly description: string;
  /**
   * API Gateway checks the values too, since no function does.
   *
   * @default false - API Gateway checks only which fields there are; a function names the field, the value and the
   *   expected values
   */
  readonly checkedByGateway?: boolean;
}

/** A request body of bytes. */
export interface BinaryBody {
  readonly mediaTypes: readonly string[];
  readonly description: string;
}

/** An operation of the API: the source of its route, of the checks by API Gateway and of its OpenAPI document. */
export interface Operation {
  /** The name in clients, metrics and logs. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path below the version: `/orders/{orderId}`. */
  readonly path: string;
  /** The purpose of the operation, in a sentence. */
  readonly summary: string;
  readonly access: Access;
  readonly pathParameters?: z.ZodObject;
  readonly queryParameters?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: JsonBody | BinaryBody;
  /**
   * Lets the stage cache responses, which must be the same for every caller.
   *
   * @default false
   */
  readonly cached?: boolean;
  /** The successful responses, by status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /**
   * Problems of this operation alone, by status.
   *
   * @default - those that follow from its access, parameters and body
   */
  readonly problems?: Readonly<Record<number, string>>;
}

/** Gives each operation the id that it stands under. */
export function operationsOf<Id extends string>(operations: Record<Id, Omit<Operation, 'id'>>): Record<Id, Operation> {
  const named = Object.entries<Omit<Operation, 'id'>>(operations).map(([id, operation]) => [id, { id, ...operation }]);
  return Object.fromEntries(named) as Record<Id, Operation>;
}
