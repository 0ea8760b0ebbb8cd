import type { z } from 'zod';

/** Who may call an operation, and how they show it. */
export type Access =
  /** A customer, with an access token of the user pool that has the scope. */
  | { readonly kind: 'customer'; readonly scope: string }
  /** An operator, with a request signed by AWS credentials. */
  | { readonly kind: 'operator' }
  /** A partner, with an API key and a token of whoever vouches for partners. */
  | { readonly kind: 'partner' }
  /** A web shop, with an API key. */
  | { readonly kind: 'api-key' }
  /** Anyone. */
  | { readonly kind: 'anyone' };

/** An answer that an operation gives where all is well. */
export interface Answer {
  readonly description: string;
  /** What its JSON looks like. */
  readonly schema?: z.ZodType;
  /** Its media type, where it is not JSON. */
  readonly mediaType?: string;
  /** Headers it comes with, besides those of every answer. */
  readonly headers?: z.ZodObject;
}

/** A body in JSON. */
export interface JsonBody {
  /** What its schema is called, in the API's model and in the OpenAPI document. */
  readonly name: string;
  readonly description: string;
  readonly schema: z.ZodType;
  /**
   * Whether the gateway checks values too, since no function does it behind.
   *
   * @default false - only which fields there are; a function names the field, the value and what was expected
   */
  readonly checkedByGateway?: boolean;
}

/** A body of bytes. */
export interface BinaryBody {
  readonly mediaTypes: readonly string[];
  readonly description: string;
}

/** An operation of the API: from it come its route, its checks at the door, and its part of the OpenAPI document. */
export interface Operation {
  /** Its name in clients, metrics and logs. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the version: `/orders/{orderId}`. */
  readonly path: string;
  /** What it does, in a sentence. */
  readonly summary: string;
  readonly access: Access;
  readonly pathParameters?: z.ZodObject;
  readonly queryParameters?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: JsonBody | BinaryBody;
  /**
   * Whether the stage may keep its answers, which must be the same for every caller.
   *
   * @default false
   */
  readonly cached?: boolean;
  /** The answers where all is well, by status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** The problems that are this operation's own, by status; those of every route like it are not repeated. */
  readonly problems?: Readonly<Record<number, string>>;
}
