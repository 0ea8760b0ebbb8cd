/** The refusal of a request to change something: the caller has no such order or approval, or its state forbids the change. */
export type Refusal = { readonly kind: 'NOT_FOUND' } | { readonly kind: 'REFUSED'; readonly reason: string };

/** A request that was not made because others changed the order at the same time: the same request can succeed later. */
export type Conflict = { readonly kind: 'CONFLICT'; readonly reason: string };
