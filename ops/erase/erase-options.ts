import { parseArgs } from 'node:util';
import { UserError } from '../command/user-error.ts';

/** Who is to be erased, and where. */
export interface EraseOptions {
  readonly customerId: string;
  /** The name of a stage, as it was given. */
  readonly stage: string;
}

/** What the name of everyone who was erased begins with. */
export const PSEUDONYM_PREFIX = 'erased-';

const USAGE = 'npm run erase -- <customer id> [--stage local|dev|prod]';
/** What a customer's id may be: it becomes part of a key, where `/` and `#` would reach into another's. */
const CUSTOMER_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;
/** How much of a wrong value a message repeats. */
const SHOWN = 60;

/**
 * Reads the command line of `npm run erase`.
 *
 * @throws UserError for anything but one customer's id and the options there are
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
    throw new UserError(`customer id: received "${customerId}", which is the pseudonym of somebody who was erased`);
  }
  if (customerId.startsWith('partner-')) {
    throw new UserError(
      `customer id: received "${customerId}", which is a partner and no person: deactivate the partner`,
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
