import { z } from 'zod';

/** Where what was made or accepted is to be found. */
export const locationHeader = z.object({ Location: z.string() });

/** Which version of something an answer shows, to be sent back as `If-Match`. */
export const versionHeader = z.object({ ETag: z.string() });
