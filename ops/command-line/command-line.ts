import { parseArgs } from 'node:util';
import { UserError } from '../user-error.ts';

/** An operand or an option of a command. */
export interface Argument<Value> {
  /** The placeholder of its value in the usage, such as `<number>`; undefined for an option without a value. */
  readonly placeholder?: string;
  /** The purpose; its lines stand below each other in the help text. */
  readonly description: string;
  /**
   * True for an argument that must be given; `read` refuses undefined.
   *
   * @default false
   */
  readonly required?: boolean;
  /**
   * Reads the value.
   *
   * @param received - undefined if the argument is not given
   * @throws UserError if the value is invalid
   */
  read(received: string | undefined): Value;
}

/** Arguments by name. */
export type Arguments = Readonly<Record<string, Argument<unknown>>>;

/** A command of npm. */
export interface Command<Operands extends Arguments, Options extends Arguments> {
  /** The command, such as `npm run logs`. */
  readonly name: string;
  /** The purpose, and effects that a user must know. */
  readonly description: string;
  /** Arguments by position. */
  readonly operands: Operands;
  /** Arguments by name: `port` is given as `--port`. */
  readonly options: Options;
}

/** The value of each argument. */
export type ValuesOf<A extends Arguments> = { readonly [Name in keyof A]: ReturnType<A[Name]['read']> };

/** A request for the help text of a command, which is its message. */
export class HelpRequest extends Error {}

/**
 * Reads the arguments of a command.
 *
 * @throws UserError that lists the valid arguments, if an argument is unknown or its value is invalid
 * @throws HelpRequest if the arguments contain `--help`
 */
export function parseCommand<Operands extends Arguments, Options extends Arguments>(
  command: Command<Operands, Options>,
  args: string[],
): ValuesOf<Operands> & ValuesOf<Options> {
  const received = receive(command, args);
  const read = ([name, argument]: [string, Argument<unknown>], shown: string) => {
    try {
      return [name, argument.read(received.get(name))];
    } catch (error) {
      throw error instanceof UserError ? refusal(command, `${shown} ${error.message}`) : error;
    }
  };
  return Object.fromEntries([
    ...Object.entries(command.operands).map((each) => read(each, `${each[1].placeholder}`)),
    ...Object.entries(command.options).map((each) => read(each, `--${each[0]}`)),
  ]);
}

/** Returns what is given for each argument; the value of an option without a value is empty. */
function receive(command: Command<Arguments, Arguments>, args: string[]): Map<string, string> {
  const { operands, options } = command;
  const types = Object.entries(options).map(([name, { placeholder }]) => [
    name,
    { type: placeholder ? 'string' : 'boolean' },
  ]);
  const { tokens } = parseArgs({ args, options: Object.fromEntries(types), strict: false, tokens: true });
  const free = Object.keys(operands);
  const received = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'option' && (token.name === 'help' || token.name === 'h')) {
      throw new HelpRequest(helpOf(command));
    }
    const name = token.kind === 'option' ? token.name : free.shift();
    const known = token.kind === 'option' ? options : operands;
    const argument = name !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
    if (name === undefined || !argument) {
      const reason =
        token.kind === 'option'
          ? `"${token.rawName}" is no option of ${command.name}`
          : `"${token.value}" is one argument too many`;
      throw refusal(command, reason);
    }
    if (argument.placeholder && token.value === undefined) {
      throw refusal(command, `--${name} needs a value, ${argument.placeholder}`);
    }
    if (token.kind === 'option' && token.inlineValue === false && /^-./.test(token.value)) {
      const written = `write --${name}=${token.value} if it is the value`;
      throw refusal(command, `--${name} needs a value, ${argument.placeholder}, got "${token.value}" (${written})`);
    }
    if (!argument.placeholder && token.value !== undefined) {
      throw refusal(command, `--${name} takes no value, got "${token.value}"`);
    }
    received.set(name, token.value ?? '');
  }
  return received;
}

function refusal(command: Command<Arguments, Arguments>, reason: string): UserError {
  return new UserError(`${reason}: ${usageOf(command)}`);
}

/** Returns the command with its arguments in one line. */
function usageOf({ name, operands, options }: Command<Arguments, Arguments>): string {
  const inOrder = Object.values(operands).map(({ placeholder }) => placeholder);
  const named = Object.entries(options).map(([option, argument]) =>
    argument.required ? writtenAs(option, argument) : `[${writtenAs(option, argument)}]`,
  );
  return [name, '--', ...inOrder, ...named].join(' ');
}

function writtenAs(name: string, { placeholder }: Argument<unknown>): string {
  return placeholder ? `--${name} ${placeholder}` : `--${name}`;
}

/** Returns the purpose of a command and a line for each argument. */
function helpOf(command: Command<Arguments, Arguments>): string {
  const lines = [
    ...Object.values(command.operands).map(({ placeholder = '', description }) => [placeholder, description]),
    ...Object.entries(command.options).map(([name, option]) => [writtenAs(name, option), option.description]),
    ['--help', 'Print this text'],
  ];
  const width = Math.max(...lines.map(([left = '']) => left.length)) + 2;
  const indent = ' '.repeat(2 + width);
  return [
    `Usage: ${usageOf(command)}`,
    '',
    command.description,
    '',
    ...lines.map(([left = '', right = '']) => `  ${left.padEnd(width)}${right.replaceAll('\n', `\n${indent}`)}`),
  ].join('\n');
}
