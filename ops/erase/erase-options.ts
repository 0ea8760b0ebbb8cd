import { required, stageName } from '../command-line/arguments.ts';
import { type Arguments, type Command, parseCommand, type ValuesOf } from '../command-line/command-line.ts';
import { UserError } from '../user-error.ts';

/** Prefix of pseudonyms. */
export const PSEUDONYM_PREFIX = 'erased-';

/** Characters of a customer id. It becomes part of keys, in which `/` and `#` are separators. */
const CUSTOMER_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;
/** Maximum length of a received value in an error message. */
const SHOWN = 60;

const ERASE = {
  name: 'npm run erase',
  description: `Removes the data that identifies a customer, retains orders and invoices under a pseudonym, and reports the result.
If a part fails, run it again: it continues from there.`,
  operands: { customerId: required('<customer id>', 'The customer, as the orders name it', customerIdOf) },
  options: { stage: stageName('local') },
} satisfies Command<Arguments, Arguments>;

/** Options of `npm run erase`; the name of the stage is unchecked. */
export type EraseOptions = ValuesOf<typeof ERASE.operands> & ValuesOf<typeof ERASE.options>;

/**
 * Reads the command line of `npm run erase`.
 *
 * @throws UserError if the arguments are not one customer id and known options
 */
export function parseEraseOptions(args: string[]): EraseOptions {
  return parseCommand(ERASE, args);
}

function customerIdOf(received: string): string {
  const shown = JSON.stringify(received.slice(0, SHOWN));
  if (!CUSTOMER_ID.test(received)) {
    throw new UserError(`must be 1 to 128 letters, digits, dots, colons, hyphens and underscores, got ${shown}`);
  }
  if (received.startsWith(PSEUDONYM_PREFIX)) {
    throw new UserError(`must be that of a customer, got ${shown}, which is the pseudonym of an erased customer`);
  }
  if (received.startsWith('partner-')) {
    throw new UserError(
      `must be that of a person, got ${shown}, which is a partner, not a person: deactivate the partner`,
    );
  }
  return received;
}
