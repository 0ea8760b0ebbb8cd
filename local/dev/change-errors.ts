import type { BuildFailure } from 'esbuild';
import { UserError } from '../../ops/user-error.ts';

/** Errors of one change that are printed; the rest follows from them most of the time. */
const MOST = 3;

/** Returns a line for each error of a change, such as `lambda/orders/x.ts:12:3: Expected ";"`. */
export function errorLines(error: unknown): string[] {
  if (error instanceof UserError) return [error.message];
  const { errors } = error as Partial<BuildFailure>;
  if (!errors) return [`${error}`];
  return errors.slice(0, MOST).map(({ text, location }) => {
    return location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text;
  });
}
