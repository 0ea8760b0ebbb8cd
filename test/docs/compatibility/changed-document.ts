import { breakingChanges } from '../../../docs/generator/compatibility/breaking-changes.ts';
import type { Document } from '../../../docs/generator/compatibility/document.ts';
import { openApiDocument } from '../../../docs/generator/openapi-document.ts';

/** The document of today, as if clients had been promised it. */
export const released = JSON.parse(JSON.stringify(openApiDocument()));

// biome-ignore lint/suspicious/noExplicitAny: a document is broken in places its type protects
export type Change = (document: any) => void;

/** What a change of the document breaks. */
export function breaksOf(change: Change): string[] {
  const today = structuredClone(released);
  change(today);
  return breakingChanges(released as Document, today as Document);
}
