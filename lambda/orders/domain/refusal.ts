/** The refusal of a request to change something: the caller has no such order or approval, or its state forbids the change. */
export type Refusal = { readonly kind: 'NOT_FOUND' } | { readonly kind: 'REFUSED'; readonly reason: string };
