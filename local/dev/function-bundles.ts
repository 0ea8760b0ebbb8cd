import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { BUNDLES, bundleOptions, entryOf, handlers, sourcesByHandler } from '../../lib/platform/bundle-functions.ts';
import { readRecord } from '../../lib/platform/bundle-record.ts';

/** A bundle of a function. */
interface Bundle {
  readonly code: string;
  /** The files in it, relative to the repository. */
  readonly sources: readonly string[];
}

/** Bundles of all functions in memory. Only those that contain a changed source are made again. */
export class FunctionBundles {
  /** Bundles by handler. */
  readonly #bundles = new Map<string, Bundle>();
  /** Changed sources whose bundles have not been made yet. */
  readonly #changed = new Set<string>();

  readonly #inspected: string | undefined;

  /**
   * Begins with the bundles that the last synthesis made.
   *
   * @param inspected - the entry of a function whose bundles from now on show their sources to a debugger
   */
  constructor(inspected?: string) {
    this.#inspected = inspected;
    for (const [handler, sources] of Object.entries(readRecord()?.bundles ?? {})) {
      this.#bundles.set(handler, { code: readFileSync(join(BUNDLES, entryOf(handler), 'index.js'), 'utf8'), sources });
    }
  }

  /** True if a source has an error. */
  get broken(): boolean {
    return this.#changed.size > 0;
  }

  /**
   * Bundles the functions that contain one of the sources, and returns the code of those that differ, by entry.
   *
   * @throws BuildFailure of esbuild if a source has an error; its functions are bundled again with the next change
   */
  async update(sources: string[]): Promise<Map<string, string>> {
    for (const source of sources) this.#changed.add(source);
    const chosen = handlers().filter((handler) => this.#isAffected(handler));
    const made = await this.#make(chosen);
    this.#changed.clear();
    const different = made.filter(([handler, { code }]) => this.#bundles.get(handler)?.code !== code);
    for (const [handler, bundle] of made) this.#bundles.set(handler, bundle);
    return new Map(different.map(([handler, { code }]) => [entryOf(handler), code]));
  }

  async #make(chosen: string[]): Promise<[string, Bundle][]> {
    const isInspected = (handler: string) => entryOf(handler) === this.#inspected;
    const [inspected, others] = [chosen.filter(isInspected), chosen.filter((handler) => !isInspected(handler))];
    const made = await Promise.all([
      ...(others.length ? [make(others)] : []),
      ...inspected.map((handler) => make([handler], withSources(entryOf(handler)))),
    ]);
    return made.flat();
  }

  #isAffected(handler: string): boolean {
    const bundle = this.#bundles.get(handler);
    return bundle === undefined || bundle.sources.some((source) => this.#changed.has(source));
  }
}

/** Returns the options of a bundle that a debugger can show as its sources. */
function withSources(entry: string): BuildOptions {
  return { minify: false, sourcemap: 'inline', sourceRoot: `${pathToFileURL(join(BUNDLES, entry))}/` };
}

/** Bundles functions and returns the bundle of each handler. */
async function make(chosen: string[], different: BuildOptions = {}): Promise<[string, Bundle][]> {
  const bundling = { ...bundleOptions(BUNDLES, chosen), ...different };
  const options = { ...bundling, write: false, metafile: true, logLevel: 'silent' } as const;
  const { outputFiles, metafile } = await build(options);
  const sources = sourcesByHandler(metafile);
  const codes = new Map(outputFiles.map((file) => [relative(BUNDLES, dirname(file.path)), file.text]));
  return chosen.map((handler) => [
    handler,
    { code: codes.get(entryOf(handler)) ?? '', sources: sources[handler] ?? [] },
  ]);
}
