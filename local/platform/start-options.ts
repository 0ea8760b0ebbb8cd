import { parseArgs } from 'node:util';
import { UserError } from '../../ops/user-error.ts';

/** Options of `npm start`. */
export interface StartOptions {
  /** The port of 127.0.0.1 that the emulator listens on. */
  readonly port: number;
  /** True to end after the demo. */
  readonly exit: boolean;
}

const DEFAULT_PORT = 4566;
const USAGE = 'npm start -- [--port <number>] [--exit]';

/**
 * Reads the command line of `npm start`.
 *
 * @throws UserError if an option is unknown or its value is invalid
 */
export function parseStartOptions(args: string[]): StartOptions {
  const { values, tokens } = parseArgs({
    args,
    options: { port: { type: 'string' }, exit: { type: 'boolean' } },
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') throw new UserError(`"${token.value}" is no option of npm start: ${USAGE}`);
    if (token.kind === 'option' && token.name !== 'port' && token.name !== 'exit') {
      throw new UserError(`"${token.rawName}" is no option of npm start: ${USAGE}`);
    }
  }
  if (values.exit !== undefined && values.exit !== true) {
    throw new UserError(`--exit takes no value, got "${values.exit}": ${USAGE}`);
  }
  return { port: parsePort(values.port), exit: values.exit === true };
}

function parsePort(value: string | boolean | undefined): number {
  if (value === undefined) return DEFAULT_PORT;
  const port = Number(value);
  if (typeof value === 'string' && /^\d+$/.test(value) && port >= 1024 && port <= 65_535) return port;
  throw new UserError(
    `--port must be a number from 1024 to 65535, got ${value === true ? 'nothing' : `"${value}"`}: ${USAGE}`,
  );
}
