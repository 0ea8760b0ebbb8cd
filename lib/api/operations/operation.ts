import type { z } from 'zod';

/** The duties of operators. Nobody needs both: one pair of eyes sets prices, another approves the orders at these prices. */
export const DUTIES = ['price-manager', 'approver'] as const;

/** A duty of operators, for which there is a managed policy. */
export type Duty = (typeof DUTIES)[number];

/** The callers of an operation, and how they authenticate. */
export type Access =
  /** A customer, with an access token of the user pool that has the scope. */
  | { readonly kind: 'customer'; readonly scope: string }
  /** An operator with this duty, with a request signed by AWS credentials. */
  | { readonly kind: 'operator'; readonly duty: Duty }
  /** A partner, with an API key and a token of the issuer of partners' tokens. */
  | { readonly kind: 'partner' }
  /** A web shop, with an API key. */
  | { readonly kind: 'api-key' }
  /** Anyone. */
  | { readonly kind: 'anyone' };

/** A schema with the name that it has in the OpenAPI document and, for a request body, as a model of the API. */
export interface NamedSchema {
  /** The name, in words without spaces: `OrderRequest`. */
  readonly name: string;
  /** The schema. */
  readonly schema: z.ZodType;
}

/** A successful response of an operation; one with neither `json` nor `mediaType` has no body. */
export interface Answer {
  /** The meaning of the response, in a sentence. */
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
  /** The content of the body, in a sentence. */
  readonly description: string;
  /**
   * Lets API Gateway check the values too, for an operation without a function.
   *
   * @default false - API Gateway checks only for missing and unknown fields; a function checks the values and names
   *   the field, the value received and the valid values
   */
  readonly checkedByGateway?: boolean;
}

/** A request body of bytes. */
export interface BinaryBody {
  /** The media types of the bytes. */
  readonly mediaTypes: readonly string[];
  /** The content of the body, in a sentence. */
  readonly description: string;
}

/** An operation of the API: the source of its route, of the checks by API Gateway and of its OpenAPI document. */
export interface Operation {
  /** The name in clients, metrics and logs. */
  readonly id: string;
  /** The HTTP method. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path below the version: `/orders/{orderId}`. */
  readonly path: string;
  /** The purpose of the operation, in a sentence. */
  readonly summary: string;
  /** The callers of the operation. */
  readonly access: Access;
  /**
   * The parameters in the path.
   *
   * @default - none
   */
  readonly pathParameters?: z.ZodObject;
  /**
   * The parameters in the query string.
   *
   * @default - none
   */
  readonly queryParameters?: z.ZodObject;
  /**
   * The request headers that the operation reads, besides those for authentication and the content type.
   *
   * @default - none
   */
  readonly headers?: z.ZodObject;
  /**
   * The request body.
   *
   * @default - none
   */
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

/** Adds to each operation its id, the name under which it is listed. */
export function operationsOf<Id extends string>(operations: Record<Id, Omit<Operation, 'id'>>): Record<Id, Operation> {
  const named = Object.entries<Omit<Operation, 'id'>>(operations).map(([id, operation]) => [id, { id, ...operation }]);
  return Object.fromEntries(named) as Record<Id, Operation>;
}
