import { parseArgs } from 'node:util';
import { UserError } from '../user-error.ts';

/** Options of `npm run attention`; the name of the stage is unchecked. */
export type AttentionOptions =
  | { readonly kind: 'help' }
  | { readonly kind: 'list'; readonly stage: string; readonly json: boolean };

const USAGE = 'npm run attention -- [--stage <name>] [--json]';

/** The help text of `npm run attention`. */
export const ATTENTION_HELP = `Usage: ${USAGE}

Lists the orders that need a person, the oldest first, each with the time since when and the reason.
Changes nothing: \`npm run resolve\` brings an order to its end.

  --stage <name>    the deployed stage, local by default
  --json            print the orders as JSON, for other programs
  --help            print this text

An order that a release before 0.2.0 handed over is not listed until it changes.`;

/**
 * Reads the command line of `npm run attention`.
 *
 * @throws UserError if there are arguments or unknown options
 */
export function parseAttentionOptions(args: string[]): AttentionOptions {
  try {
    const { values } = parseArgs({
      args,
      options: {
        stage: { type: 'string', default: 'local' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values.help ? { kind: 'help' } : { kind: 'list', stage: values.stage, json: values.json };
  } catch (error) {
    throw new UserError(`${(error as Error).message.split('.')[0]}: ${USAGE}. With --help, it explains itself.`);
  }
}
