import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { UserError } from '../user-error.ts';

/** The statuses to which an order that needs attention leads. */
export const RESOLVED_STATUSES = ['FAILED', 'CANCELLED', 'REFUNDED', 'SHIPPED'] as const;

/** A status to which an order that needs attention leads. */
export type ResolvedStatus = (typeof RESOLVED_STATUSES)[number];

/** The end of an order that needs attention, and the person who decides on it. */
export interface Resolution {
  readonly orderId: string;
  readonly to: ResolvedStatus;
  readonly why: string;
  readonly by: string;
}

/** Options of `npm run resolve`; the name of the stage is unchecked. */
export type ResolveOptions =
  | { readonly kind: 'help' }
  | ({ readonly kind: 'resolve'; readonly stage: string } & Resolution);

const USAGE = `npm run resolve -- <order id> --to <status> --reason <text> [--by <name>] [--stage <name>]`;
const HINT = `${USAGE}. With --help, it explains itself.`;

/** The help text of `npm run resolve`. */
export const RESOLVE_HELP = `Usage: ${USAGE}

Brings an order that needs attention to its end, and moves its stock in the same transaction.
Makes no request to the payment provider or a warehouse: first void, refund or ship there.

  --to FAILED       the payment is voided or was never made; reserved stock is available again
  --to CANCELLED    the same, for an order that the customer cancelled
  --to REFUNDED     the payment is refunded; reserved or shipped stock is available again
  --to SHIPPED      the order is charged and its parcels have left; reserved stock is shipped
  --reason <text>   the reason of the decision, stored with the order; without data of the customer
  --by <name>       the person who decides, stored with the order; the user of this computer by default
  --stage <name>    the deployed stage, local by default
  --help            print this text

Run again, it changes nothing.`;

/** The maximum length of a stored text. */
const MAX_LENGTH = 300;

/**
 * Reads the command line of `npm run resolve`.
 *
 * @throws UserError if the arguments are not one order, a status, a reason and known options
 */
export function parseResolveOptions(args: string[]): ResolveOptions {
  const { values, positionals } = parsed(args);
  if (values.help) return { kind: 'help' };
  const [orderId, ...more] = positionals;
  if (orderId === undefined || more.length > 0) {
    throw new UserError(`one order at a time, got ${positionals.length}: ${HINT}`);
  }
  const to = RESOLVED_STATUSES.find((status) => status === values.to);
  if (!to)
    throw new UserError(`--to must be one of ${RESOLVED_STATUSES.join(', ')}, got "${values.to ?? ''}": ${HINT}`);
  const { reason, by = userInfo().username, stage } = values;
  return { kind: 'resolve', orderId, to, why: textOf('--reason', reason), by: textOf('--by', by), stage };
}

function textOf(option: string, received = ''): string {
  const text = received.trim();
  if (text && text.length <= MAX_LENGTH) return text;
  throw new UserError(`${option} must be a text of 1 to ${MAX_LENGTH} characters, got ${text.length}: ${HINT}`);
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        reason: { type: 'string' },
        by: { type: 'string' },
        stage: { type: 'string', default: 'local' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UserError(`${(error as Error).message.split('.')[0]}: ${HINT}`);
  }
}
