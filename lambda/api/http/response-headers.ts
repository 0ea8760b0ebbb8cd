/** Headers of every response: browsers must not sniff its type, embed it, cache it or send its address on. https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html */
export const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
} as const;

/** Headers that let only the pages of one origin read a response. */
export function corsHeaders(origin: string) {
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'ETag, Location, Retry-After, x-amzn-RequestId',
  } as const;
}
