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
/** A command with the flags that it takes besides `--port`. */
interface Command<Flag extends string> {
  readonly name: string;
  readonly flags: readonly Flag[];
}

/**
 * Reads the command line of `npm start`.
 *
 * @throws UserError if an option is unknown or its value is invalid
 */
export function parseStartOptions(args: string[]): StartOptions {
  return parse({ name: 'npm start', flags: ['exit'] }, args);
}

/**
 * Reads the command line of `npm run dev`.
 *
 * @throws UserError if an option is unknown or its value is invalid
 */
export function parseDevOptions(args: string[]): Pick<StartOptions, 'port'> {
  return parse({ name: 'npm run dev', flags: [] }, args);
}

function parse<Flag extends string>({ name, flags }: Command<Flag>, args: string[]) {
  const usage = [`${name} -- [--port <number>]`, ...flags.map((flag) => `[--${flag}]`)].join(' ');
  const { values, tokens } = parseArgs({
    args,
    options: { port: { type: 'string' }, ...Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' }])) },
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') throw new UserError(`"${token.value}" is no option of ${name}: ${usage}`);
    if (token.kind === 'option' && token.name !== 'port' && !flags.some((flag) => flag === token.name)) {
      throw new UserError(`"${token.rawName}" is no option of ${name}: ${usage}`);
    }
  }
  const given = flags.map((flag) => {
    const value = values[flag];
    if (value !== undefined && value !== true) {
      throw new UserError(`--${flag} takes no value, got "${value}": ${usage}`);
    }
    return [flag, value === true];
  });
  return { port: parsePort(values.port, usage), ...(Object.fromEntries(given) as Record<Flag, boolean>) };
}

function parsePort(value: string | boolean | undefined, usage: string): number {
  if (value === undefined) return DEFAULT_PORT;
  const port = Number(value);
  if (typeof value === 'string' && /^\d+$/.test(value) && port >= 1024 && port <= 65_535) return port;
  throw new UserError(
    `--port must be a number from 1024 to 65535, got ${value === true ? 'nothing' : `"${value}"`}: ${usage}`,
  );
}
