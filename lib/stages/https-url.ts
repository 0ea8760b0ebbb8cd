import { z } from 'zod';

/** A URL that uses TLS. */
export const httpsUrl = z.url({ protocol: /^https$/, error: 'a URL that starts with https://' });
