import { breakingChanges } from '../../../docs/generator/compatibility/breaking-changes.ts';
import type { Document } from '../../../docs/generator/compatibility/document.ts';
import { openApiDocument } from '../../../docs/generator/openapi-document.ts';

/** The current document, used as the released one. */
export const released = JSON.parse(JSON.stringify(openApiDocument()));

// biome-ignore lint/suspicious/noExplicitAny: changes violate the type of the document
export type Change = (document: any) => void;

/** The breaking changes that a change of the document causes. */
export function breaksOf(change: Change): string[] {
  const today = structuredClone(released);
  change(today);
  return breakingChanges(released as Document, today as Document);
}
