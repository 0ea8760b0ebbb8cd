import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UserError } from '../../ops/user-error.ts';
import { CHECKOUT } from '../platform/checkout.ts';

/** The folder of the sample events, each under the entry of its function. */
export const SAMPLES = join(CHECKOUT, 'local/events');

/**
 * Reads the event in a file, by default the sample of a function, with its placeholders.
 *
 * @throws UserError if the file does not exist or is no JSON document
 */
export async function readEvent(entry: string, file = join(SAMPLES, `${entry}.json`)): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const sample = relative(process.cwd(), join(SAMPLES, `${entry}.json`));
    throw new UserError(`The event file ${file} cannot be read (${error.code}): ${sample} is a sample to copy`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`The event file ${file} is no JSON document: ${(error as Error).message}`);
  }
}
