import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An item of the orders table as another release wrote it, with the name of its file. */
export type Sample = readonly [name: string, item: Record<string, unknown>];

/** Reads the items of the previous release, or of one that is invented to come next. */
export function samplesOf(release: 'previous-release' | 'next-release'): Sample[] {
  const folder = join(import.meta.dirname, 'samples', release);
  return readdirSync(folder).map((file) => [
    `${release}/${file}`,
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  ]);
}
