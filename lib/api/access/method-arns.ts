import { OPERATIONS } from '../operations/index.ts';
import type { Operation } from '../operations/operation.ts';

/** An operation's path in the ARN of its method: an asterisk in place of each path parameter. */
export function arnPath({ path }: Operation): string {
  return path.replace(/\{[^}]+\}/g, '*');
}

/** The routes that partners may be entitled to, in the format of a method's ARN (`POST/orders`), by operation. */
export const PARTNER_ROUTES: Readonly<Record<string, string>> = Object.fromEntries(
  OPERATIONS.filter(({ access }) => access.kind === 'partner').map((operation) => [
    operation.id,
    `${operation.method}${arnPath(operation)}`,
  ]),
);
