import { Session } from 'node:inspector/promises';
import { visitedFile } from './fresh-modules.ts';

/** A position in a file of the repository. */
export interface Position {
  readonly file: string;
  readonly offset: number;
}

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** Record of the code that this thread executes. */
export class Coverage {
  readonly #session = new Session();

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  }

  async stop(): Promise<void> {
    await this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }

  /** The files of the last visit, each with a predicate of the offsets that were executed. */
  async visited(): Promise<Map<string, (offset: number) => boolean>> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    const files = new Map<string, (offset: number) => boolean>();
    for (const { url, functions } of result) {
      const file = visitedFile(url);
      if (file)
        files.set(file, (offset) =>
          isExecuted(
            functions.flatMap(({ ranges }) => ranges),
            offset,
          ),
        );
    }
    return files;
  }
}

/** Returns true if the innermost range around an offset was executed. */
function isExecuted(ranges: readonly Range[], offset: number): boolean {
  const around = ranges.filter(({ startOffset, endOffset }) => startOffset <= offset && offset < endOffset);
  const sizeOf = ({ startOffset, endOffset }: Range) => endOffset - startOffset;
  const innermost = around.reduce<Range | undefined>(
    (best, each) => (best && sizeOf(best) <= sizeOf(each) ? best : each),
    undefined,
  );
  return innermost !== undefined && innermost.count > 0;
}
