import * as z from 'zod';
import { type InvoiceSubject, invoiceSubject } from './invoice-key.ts';

/** A document that was stored. */
export interface StoredDocument extends InvoiceSubject {
  readonly documentKey: string;
  readonly storedAt: string;
  readonly size: number;
  readonly eTag: string;
  readonly versionId?: string;
  /** Grows with each version of a key; to be compared as a string. */
  readonly sequencer: string;
}

/** The longest sequencer there is room for; those seen have 16 or 18 digits. */
const SEQUENCER_LENGTH = 64;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
const objectCreated = z.object({
  eventName: z.string().startsWith('ObjectCreated:'),
  eventTime: z.iso.datetime(),
  s3: z.object({
    object: z.object({
      key: z.string(),
      size: z.int().nonnegative(),
      eTag: z.string(),
      versionId: z.string().optional(),
      sequencer: z
        .string()
        .regex(/^[0-9A-Fa-f]+$/)
        .max(SEQUENCER_LENGTH),
    }),
  }),
});

const notification = z.union([
  // What S3 sends when the notification is set up.
  z.object({ Event: z.literal('s3:TestEvent') }).transform(() => []),
  z.object({ Records: z.array(objectCreated) }).transform(({ Records }) => Records.map(storedDocument)),
]);

/**
 * The documents a notification of S3 tells of; none for the test message.
 *
 * @throws Error for a message of another form, and for an object that is no document
 */
export function storedDocuments(message: string): StoredDocument[] {
  return notification.parse(JSON.parse(message));
}

function storedDocument({ eventTime, s3: { object } }: z.infer<typeof objectCreated>): StoredDocument {
  const documentKey = decodedKey(object.key);
  return {
    ...invoiceSubject(documentKey),
    documentKey,
    storedAt: eventTime,
    size: object.size,
    eTag: object.eTag,
    ...(object.versionId && { versionId: object.versionId }),
    sequencer: comparableSequencer(object.sequencer),
  };
}

/** Keys arrive as in the query of an address: a plus sign for a space, the rest percent-encoded. */
function decodedKey(key: string): string {
  return decodeURIComponent(key.replaceAll('+', ' '));
}

/** A sequencer that compares as a string: S3 says to fill the shorter of two with zeros on the right. */
function comparableSequencer(sequencer: string): string {
  return sequencer.toUpperCase().padEnd(SEQUENCER_LENGTH, '0');
}
