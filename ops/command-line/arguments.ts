import { UserError } from '../user-error.ts';
import type { Argument } from './command-line.ts';

/** Valid values of a number, and its default. */
interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
}

/** Returns an option for a whole number. */
export function wholeNumber(description: string, { least, most, otherwise }: NumberRange): Argument<number> {
  return {
    placeholder: '<number>',
    description: `${description}, ${otherwise} by default`,
    read: (received) => {
      if (received === undefined) return otherwise;
      const number = Number(received);
      if (/^\d+$/.test(received) && number >= least && number <= most) return number;
      throw new UserError(`must be a number from ${least} to ${most}, got "${received}"`);
    },
  };
}

/** Returns an option for the port of the emulator. */
export function port(otherwise = 4566): Argument<number> {
  return wholeNumber('Port of the emulator on 127.0.0.1', { least: 1_024, most: 65_535, otherwise });
}

/** Returns an option without a value. */
export function flag(description: string): Argument<boolean> {
  return { description, read: (received) => received !== undefined };
}

/** Returns an argument that may be missing. */
export function text(placeholder: string, description: string): Argument<string | undefined> {
  return { placeholder, description, read: (received) => received };
}

/** Returns an argument that must be given; `read` returns its value. */
export function required<Value>(
  placeholder: string,
  description: string,
  read: (received: string) => Value,
): Argument<Value> {
  return {
    placeholder,
    description,
    required: true,
    read: (received) => {
      if (received === undefined) throw new UserError('is missing');
      return read(received);
    },
  };
}

/** Returns an option for the name of a stage, which is unchecked. */
export function stageName(otherwise: string): Argument<string> {
  return {
    placeholder: '<name>',
    description: `The deployed stage, ${otherwise} by default`,
    read: (received) => received ?? otherwise,
  };
}

/** Returns an option for the name of a kept state. */
export function stateName(description: string): Argument<string | undefined> {
  return {
    placeholder: '<name>',
    description,
    read: (received) => {
      if (received === undefined || /^[a-z0-9][a-z0-9-]{0,39}$/.test(received)) return received;
      throw new UserError(`must be 1 to 40 small letters, digits and hyphens, got "${received}"`);
    },
  };
}
