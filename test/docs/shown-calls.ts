import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An operation in docs/api.md. */
export interface ShownCall {
  /** `POST /orders`. */
  readonly operation: string;
  /** The shell commands that call it. */
  readonly commands: string;
}

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8');

/** The commands that set `SIGNED`, the credentials of operators. */
export const SIGNING = /^SIGNED=.*?(?=^```$)/ms.exec(PAGE)?.[0] ?? '';

/** The operations that docs/api.md shows, in its order. */
export function shownCalls(): ShownCall[] {
  return PAGE.split(/^#+ /m).flatMap((section) => {
    const [, operation] = /^`((?:GET|POST|PUT|PATCH|DELETE) \/\S*)`\n/.exec(section) ?? [];
    const [, commands] = /^```bash\n(.*?)^```$/ms.exec(section) ?? [];
    return operation ? [{ operation, commands: commands ?? '' }] : [];
  });
}
