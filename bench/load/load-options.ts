import { parseArgs } from 'node:util';
import { UserError } from '../../ops/user-error.ts';

/** Options of `npm run load`. */
export interface LoadOptions {
  /** The port of 127.0.0.1 that the emulator listens on. */
  readonly port: number;
  /** Duration of the order phase in seconds; the bare function is called for as long. */
  readonly seconds: number;
}

/** Differs from the ports of `npm start` and of the end-to-end tests. */
const DEFAULT_PORT = '4596';
const DEFAULT_SECONDS = '20';
const USAGE = 'npm run load -- [--port <number>] [--seconds <number>]';

/**
 * Reads the command line of `npm run load`.
 *
 * @throws UserError if an option is unknown or its value is invalid
 */
export function parseLoadOptions(args: string[]): LoadOptions {
  const { port, seconds } = parsed(args);
  return {
    port: numberOf('--port', port, 1_024, 65_535),
    seconds: numberOf('--seconds', seconds, 2, 600),
  };
}

function parsed(args: string[]): { port: string; seconds: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: DEFAULT_PORT },
        seconds: { type: 'string', default: DEFAULT_SECONDS },
      },
    });
    return values;
  } catch (error) {
    throw new UserError(`${(error as Error).message.split('. ')[0]}: ${USAGE}`);
  }
}

function numberOf(option: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new UserError(`${option} must be a number from ${least} to ${most}, got ${JSON.stringify(value)}: ${USAGE}`);
}
