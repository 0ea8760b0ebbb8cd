import { userInfo } from 'node:os';
import { required, stageName } from '../command-line/arguments.ts';
import { type Arguments, type Command, parseCommand } from '../command-line/command-line.ts';
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

/** The maximum length of a stored text. */
const MAX_LENGTH = 300;

const RESOLVE = {
  name: 'npm run resolve',
  description: `Brings an order that needs attention to its end, and moves its stock in the same transaction.
Makes no request to the payment provider or a warehouse: first void, refund or ship there.
Run again, it changes nothing.`,
  operands: { orderId: required('<order id>', 'The order, as `npm run attention` lists it', (orderId) => orderId) },
  options: {
    to: required(
      '<status>',
      `FAILED: the payment is voided or was never made; reserved stock is available again
CANCELLED: the same, for an order that the customer cancelled
REFUNDED: the payment is refunded; reserved or shipped stock is available again
SHIPPED: the order is charged and its parcels have left; reserved stock is shipped`,
      statusOf,
    ),
    reason: required(
      '<text>',
      'The reason of the decision, stored with the order; without data of the customer',
      storedText,
    ),
    by: {
      placeholder: '<name>',
      description: 'The person who decides, stored with the order; the user of this computer by default',
      read: (received = userInfo().username) => storedText(received),
    },
    stage: stageName('local'),
  },
} satisfies Command<Arguments, Arguments>;

/** Options of `npm run resolve`; the name of the stage is unchecked. */
export interface ResolveOptions extends Resolution {
  readonly stage: string;
}

/**
 * Reads the command line of `npm run resolve`.
 *
 * @throws UserError if the arguments are not one order, a status, a reason and known options
 */
export function parseResolveOptions(args: string[]): ResolveOptions {
  const { reason, ...options } = parseCommand(RESOLVE, args);
  return { ...options, why: reason };
}

function statusOf(received: string): ResolvedStatus {
  const status = RESOLVED_STATUSES.find((each) => each === received);
  if (status) return status;
  throw new UserError(`must be one of ${RESOLVED_STATUSES.join(', ')}, got "${received}"`);
}

function storedText(received: string): string {
  const text = received.trim();
  if (text && text.length <= MAX_LENGTH) return text;
  throw new UserError(`must be a text of 1 to ${MAX_LENGTH} characters, got ${text.length}`);
}
