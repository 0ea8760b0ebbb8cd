import * as z from 'zod';
import { entry } from '../platform/settings.ts';
import { type InvoiceSubject, invoiceSubject } from './invoice-key.ts';

/** The function that records stored documents in the index. */
export const indexDocumentEntry = entry('documents/index-document', ['QUEUE_NAME', 'DOCUMENT_INDEX_TABLE']);

/** A stored document. */
export interface StoredDocument extends InvoiceSubject {
  readonly documentKey: string;
  /** The time in ISO 8601 and UTC. */
  readonly storedAt: string;
  /** In bytes. */
  readonly size: number;
  readonly eTag: string;
  readonly versionId?: string;
  /** Increases with each version of a key. Compare it as a string. */
  readonly sequencer: string;
}

/** The maximum length of a sequencer. Observed ones have 16 or 18 digits. */
const SEQUENCER_LENGTH = 64;

/** A record of an S3 event notification. https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
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
  // The test message that S3 sends when the notification is configured.
  z.object({ Event: z.literal('s3:TestEvent') }).transform(() => []),
  z.object({ Records: z.array(objectCreated) }).transform(({ Records }) => Records.map(storedDocument)),
]);

/**
 * Returns the documents in an S3 event notification, and none for the test message.
 *
 * @throws Error if the message has another format, or if an object is not a document
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

/** Decodes a key, which S3 encodes like the query of a URL. */
function decodedKey(key: string): string {
  return decodeURIComponent(key.replaceAll('+', ' '));
}

/** Returns a sequencer that can be compared as a string: S3 requires padding with zeros on the right. */
function comparableSequencer(sequencer: string): string {
  return sequencer.toUpperCase().padEnd(SEQUENCER_LENGTH, '0');
}
