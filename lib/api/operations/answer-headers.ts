import { z } from 'zod';

/** The path of a resource that was created or accepted. */
export const locationHeader = z.object({ Location: z.string() });

/** The version of the product in a response, to be sent back as `If-Match`. */
export const versionHeader = z.object({ ETag: z.string() });
