import { required, stageName, text } from '../command-line/arguments.ts';
import { type Arguments, type Command, parseCommand } from '../command-line/command-line.ts';
import { UserError } from '../user-error.ts';

const REDRIVE = {
  name: 'npm run redrive',
  description: 'Starts the workflow of an order, or publishes events again.',
  operands: {
    kind: required(
      '<order|events>',
      `order: start the workflow of an order that has no execution
events: publish the events again that were set aside, those of an order by their versions`,
      kindOf,
    ),
    orderId: text('[order id]', 'The order; only after "order"'),
  },
  options: { stage: stageName('local') },
} satisfies Command<Arguments, Arguments>;

/** The target of `npm run redrive`, with the name of a stage, unchecked. */
export type RedriveOptions =
  | { readonly kind: 'order'; readonly orderId: string; readonly stage: string }
  | { readonly kind: 'events'; readonly stage: string };

/**
 * Reads the command line of `npm run redrive`.
 *
 * @throws UserError if the arguments name neither one order nor the events
 */
export function parseRedriveOptions(args: string[]): RedriveOptions {
  const { kind, orderId, stage } = parseCommand(REDRIVE, args);
  if (kind === 'order') {
    if (orderId === undefined) throw new UserError('the order id is missing: npm run redrive -- order <order id>');
    return { kind, orderId, stage };
  }
  if (orderId !== undefined)
    throw new UserError(`events takes no order id, got "${orderId}": npm run redrive -- events`);
  return { kind, stage };
}

function kindOf(received: string): RedriveOptions['kind'] {
  if (received === 'order' || received === 'events') return received;
  throw new UserError(`must be order or events, got "${received}"`);
}
