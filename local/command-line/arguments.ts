import { UserError } from '../../ops/user-error.ts';
import type { Argument } from './command-line.ts';

const DEFAULT_PORT = 4566;

/** The port of 127.0.0.1 that the emulator listens on. */
export const PORT: Argument<number> = {
  placeholder: '<number>',
  description: `Port of the emulator on 127.0.0.1, ${DEFAULT_PORT} by default`,
  read: (received) => {
    if (received === undefined) return DEFAULT_PORT;
    const port = Number(received);
    if (/^\d+$/.test(received) && port >= 1024 && port <= 65_535) return port;
    throw new UserError(`must be a number from 1024 to 65535, got "${received}"`);
  },
};

/** Returns an option without a value. */
export function flag(description: string): Argument<boolean> {
  return { description, read: (received) => received !== undefined };
}

/** Returns an argument that may be missing. */
export function text(placeholder: string, description: string): Argument<string | undefined> {
  return { placeholder, description, read: (received) => received };
}

/** Returns an argument that must be given. */
export function requiredText(placeholder: string, description: string): Argument<string> {
  return {
    placeholder,
    description,
    read: (received) => {
      if (received === undefined) throw new UserError('is missing');
      return received;
    },
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
