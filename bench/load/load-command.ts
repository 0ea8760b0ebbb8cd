import { port, wholeNumber } from '../../ops/command-line/arguments.ts';
import type { Arguments, Command } from '../../ops/command-line/command-line.ts';

export const LOAD = {
  name: 'npm run load',
  description:
    'Places orders on a platform of its own as fast as they are accepted, and compares with a bare function.',
  operands: {},
  options: {
    // Differs from the ports of `npm start`, of the end-to-end tests and of other measurements.
    port: port(4636),
    seconds: wholeNumber('Duration of the order phase in seconds', { least: 2, most: 600, otherwise: 20 }),
  },
} satisfies Command<Arguments, Arguments>;
