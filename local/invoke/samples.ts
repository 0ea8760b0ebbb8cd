import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { UserError } from '../../ops/user-error.ts';
import { CHECKOUT } from '../checkout.ts';

/** The folder of the sample events, each under the entry of its function. */
export const SAMPLES = join(CHECKOUT, 'local/events');

/** Returns the file of a function's sample event: its own one, or else the default of its capability. */
export function sampleOf(entry: string): string {
  const own = join(SAMPLES, `${entry}.json`);
  return existsSync(own) ? own : join(SAMPLES, dirname(entry), 'default.json');
}

/**
 * Reads the event in a file, by default the sample of a function, with its placeholders.
 *
 * @throws UserError if the file does not exist or is no JSON document
 */
export async function readEvent(entry: string, file = sampleOf(entry)): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const sample = relative(process.cwd(), sampleOf(entry));
    throw new UserError(`The event file ${file} cannot be read (${error.code}): ${sample} is a sample to copy`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`The event file ${file} is no JSON document: ${(error as Error).message}`);
  }
}
