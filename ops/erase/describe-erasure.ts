import type { ErasureResult, TargetOutcome } from './erase-customer.ts';
import type { RetainedData } from './retained-data.ts';

/** Report of an erasure, with the exit code of the command. */
export interface ErasureReport {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
}

const STATE_WIDTH = 11;
const TARGET_WIDTH = 18;

/** Describes what was erased, what is retained and why, and if anything is left to do. */
export function describeErasure(result: ErasureResult, customerId: string, kept: RetainedData[]): ErasureReport {
  switch (result.kind) {
    case 'REFUSED':
      return { lines: [result.reason], exitCode: 1 };
    case 'NOTHING_KEPT':
      return {
        lines: [`There is no data of customer ${customerId}: either erased before, or never a customer of this stage.`],
        exitCode: 0,
      };
    case 'INCOMPLETE': {
      const failed = result.outcomes.filter(({ state }) => state === 'failed').map(({ target }) => target);
      const ending = `Customer ${customerId} is not erased yet: ${failed.join(', ')} failed. Run the command again: it continues from there.`;
      return { lines: [...result.outcomes.map(outcomeLine), ending], exitCode: 1 };
    }
    case 'ERASED': {
      const keptLines = kept.map(({ target, why }) => line('kept', target, why));
      const ending = `Customer ${customerId} is erased.`;
      return { lines: [...result.outcomes.map(outcomeLine), ...keptLines, ending], exitCode: 0 };
    }
  }
}

function outcomeLine({ state, target, what = '' }: TargetOutcome): string {
  return line(state, target, what);
}

function line(state: string, target: string, what: string): string {
  return `  ${state.padEnd(STATE_WIDTH)}${target.padEnd(TARGET_WIDTH)}${what}`.trimEnd();
}
