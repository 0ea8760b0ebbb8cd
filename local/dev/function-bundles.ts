import { dirname, relative } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions, entryOf, handlers } from '../../lib/platform/bundle-functions.ts';

/** A folder that nothing is written to: the bundles stay in memory. */
const NOWHERE = '/bundles';

/** A bundle of a function. */
interface Bundle {
  readonly code: string;
  /** The files in it, relative to the repository. */
  readonly sources: readonly string[];
}

/** Bundles of all functions in memory. Only those that contain a changed source are made again. */
export class FunctionBundles {
  readonly #bundles = new Map<string, Bundle>();
  /** Changed sources whose bundles have not been made yet. */
  readonly #changed = new Set<string>();

  /** Bundles all functions. */
  async begin(): Promise<void> {
    await this.#make(handlers());
  }

  /**
   * Bundles the functions that contain one of the sources, and returns the code of those that differ, by entry.
   *
   * @throws BuildFailure of esbuild if a source has an error; its functions are bundled again with the next change
   */
  async update(sources: string[]): Promise<Map<string, string>> {
    for (const source of sources) this.#changed.add(source);
    const previous = new Map(this.#bundles);
    await this.#make(handlers().filter((handler) => this.#isAffected(handler)));
    this.#changed.clear();
    const different = [...this.#bundles].filter(([entry, { code }]) => previous.get(entry)?.code !== code);
    return new Map(different.map(([entry, { code }]) => [entry, code]));
  }

  #isAffected(handler: string): boolean {
    const bundle = this.#bundles.get(entryOf(handler));
    return bundle === undefined || bundle.sources.some((source) => this.#changed.has(source));
  }

  async #make(chosen: string[]): Promise<void> {
    if (chosen.length === 0) return;
    const options = { ...bundleOptions(NOWHERE, chosen), write: false, metafile: true, logLevel: 'silent' } as const;
    const { outputFiles, metafile } = await build(options);
    const inputs = new Map(Object.values(metafile.outputs).map((each) => [each.entryPoint, Object.keys(each.inputs)]));
    for (const handler of chosen) {
      const output = outputFiles.find((file) => relative(NOWHERE, dirname(file.path)) === entryOf(handler));
      if (output) this.#bundles.set(entryOf(handler), { code: output.text, sources: inputs.get(handler) ?? [] });
    }
  }
}
