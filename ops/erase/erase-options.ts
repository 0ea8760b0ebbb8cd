import { parseArgs } from 'node:util';
import { UserError } from '../user-error.ts';

/** Options of `npm run erase`. */
export interface EraseOptions {
  readonly customerId: string;
  /** The name of a stage, unchecked. */
  readonly stage: string;
}

/** Prefix of pseudonyms. */
export const PSEUDONYM_PREFIX = 'erased-';

const USAGE = 'npm run erase -- <customer id> [--stage <name>]';
/** Characters of a customer id. It becomes part of keys, in which `/` and `#` are separators. */
const CUSTOMER_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;
/** Maximum length of a received value in an error message. */
const SHOWN = 60;

/**
 * Reads the command line of `npm run erase`.
 *
 * @throws UserError if the arguments are not one customer id and known options
 */
export function parseEraseOptions(args: string[]): EraseOptions {
  const { stage, positionals } = parsed(args);
  const [customerId, ...more] = positionals;
  if (customerId === undefined) throw new UserError(`Usage: ${USAGE}`);
  if (more.length > 0) throw new UserError(`one customer at a time, got ${positionals.length}: ${USAGE}`);
  if (!CUSTOMER_ID.test(customerId)) {
    const received = JSON.stringify(customerId.slice(0, SHOWN));
    throw new UserError(
      `customer id: received ${received}, expected 1 to 128 letters, digits, dots, colons, hyphens and underscores`,
    );
  }
  if (customerId.startsWith(PSEUDONYM_PREFIX)) {
    throw new UserError(`customer id: received "${customerId}", which is the pseudonym of an erased customer`);
  }
  if (customerId.startsWith('partner-')) {
    throw new UserError(
      `customer id: received "${customerId}", which is a partner, not a person: deactivate the partner`,
    );
  }
  return { customerId, stage };
}

function parsed(args: string[]): { stage: string; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { stage: { type: 'string', default: 'local' } },
    });
    return { stage: values.stage, positionals };
  } catch (error) {
    throw new UserError(`${(error as Error).message.split('.')[0]}: ${USAGE}`);
  }
}
