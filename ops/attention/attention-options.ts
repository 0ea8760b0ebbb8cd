import { flag, stageName } from '../command-line/arguments.ts';
import { type Arguments, type Command, parseCommand, type ValuesOf } from '../command-line/command-line.ts';

const ATTENTION = {
  name: 'npm run attention',
  description: `Lists the orders that need a person, the oldest first, each with the time since when and the reason.
Changes nothing: \`npm run resolve\` brings an order to its end.
An order that a release before 0.2.0 handed over is not listed until it changes.`,
  operands: {},
  options: { stage: stageName('local'), json: flag('Print the orders as JSON, for other programs') },
} satisfies Command<Arguments, Arguments>;

/** Options of `npm run attention`; the name of the stage is unchecked. */
export type AttentionOptions = ValuesOf<typeof ATTENTION.options>;

/**
 * Reads the command line of `npm run attention`.
 *
 * @throws UserError if there are arguments or unknown options
 */
export function parseAttentionOptions(args: string[]): AttentionOptions {
  return parseCommand(ATTENTION, args);
}
