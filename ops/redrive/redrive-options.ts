import { parseArgs } from 'node:util';
import { UserError } from '../user-error.ts';

/** The target of `npm run redrive`, with the name of a stage, unchecked. */
export type RedriveOptions =
  | { readonly kind: 'order'; readonly orderId: string; readonly stage: string }
  | { readonly kind: 'events'; readonly stage: string }
  | { readonly kind: 'help' };

const USAGE = 'npm run redrive -- order <order id> | events [--stage <name>]';

/** The help text of `npm run redrive`. */
export const REDRIVE_HELP = `${USAGE}

  order <order id>  Starts the workflow of an order that has no execution.
  events            Publishes the events again that were set aside, those of an order by their versions.
  --stage <name>    Stage, local by default.
  --help            This text.`;

/**
 * Reads the command line of `npm run redrive`.
 *
 * @throws UserError if the arguments name neither one order nor the events
 */
export function parseRedriveOptions(args: string[]): RedriveOptions {
  const { values, positionals } = parsed(args);
  if (values.help) return { kind: 'help' };
  const [kind, orderId, ...more] = positionals;
  const { stage } = values;
  if (kind === 'order' && orderId !== undefined && more.length === 0) return { kind, orderId, stage };
  if (kind === 'events' && orderId === undefined) return { kind, stage };
  const received = positionals.length === 0 ? 'nothing' : `"${positionals.join(' ')}"`;
  throw new UserError(`received ${received}, expected an order or the events: ${USAGE}`);
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        stage: { type: 'string', default: 'local' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UserError(`${(error as Error).message.split('.')[0]}: ${USAGE}`);
  }
}
