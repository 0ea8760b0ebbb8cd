import type { BuildFailure } from 'esbuild';
import { UserError } from '../../ops/user-error.ts';
import type { LocalPlatform } from '../platform/local-platform.ts';
import { Batches } from './batches.ts';
import { changedStacks, readTemplates, type Templates } from './changed-stacks.ts';
import { DeployedFunctions } from './deployed-functions.ts';
import { FunctionBundles } from './function-bundles.ts';

/** Prints a line about a change. */
export type Print = (line: string) => void;

/**
 * Brings a running platform up to date with its sources: replaces the code of functions and deploys stacks.
 *
 * If a source has an error, the version that runs stays. The state of the platform stays in any case.
 */
export class DevLoop {
  readonly #platform: LocalPlatform;
  readonly #print: Print;
  readonly #bundles = new FunctionBundles();
  readonly #functions = new DeployedFunctions();
  readonly #functionChanges = new Batches((files) => this.#timed(files, () => this.#replaceFunctions(files)));
  readonly #stackChanges = new Batches((files) => this.#timed(files, () => this.#deployStacks()));
  #templates: Templates = new Map();
  /** The code of functions that was replaced since the last synthesis began. */
  #replaced = new Map<string, string>();

  constructor(platform: LocalPlatform, print: Print) {
    this.#platform = platform;
    this.#print = print;
  }

  /** Takes the deployed version as the one to compare with. */
  async begin(): Promise<void> {
    await this.#bundles.begin();
    this.#templates = readTemplates(this.#platform.assembly);
  }

  /** Takes up the change of a source and returns at once. */
  take(file: string): void {
    // A template can depend on code too, such as on the schema of a request.
    if (file.startsWith('lambda/')) this.#functionChanges.add(file);
    this.#stackChanges.add(file);
  }

  /** Resolves when all changes have been taken up. */
  async idle(): Promise<void> {
    await Promise.all([this.#functionChanges.idle(), this.#stackChanges.idle()]);
  }

  async #replaceFunctions(files: string[]): Promise<string> {
    const changed = await this.#bundles.update(files);
    for (const [entry, code] of changed) this.#replaced.set(entry, code);
    await this.#replaceCode(changed);
    return changed.size ? `replaced ${[...changed.keys()].join(', ')}` : '';
  }

  async #deployStacks(): Promise<string> {
    this.#replaced = new Map();
    await this.#platform.synthesize();
    const templates = readTemplates(this.#platform.assembly);
    const stacks = changedStacks(this.#templates, templates);
    if (stacks.length === 0) return '';
    await this.#platform.deploy(stacks, ['--exclusively']);
    this.#templates = templates;
    // The deployment may have undone what was replaced while it was under way.
    await this.#replaceCode(this.#replaced);
    return `deployed ${stacks.join(', ')}`;
  }

  async #replaceCode(bundles: ReadonlyMap<string, string>): Promise<void> {
    await Promise.all([...bundles].map(([entry, code]) => this.#functions.replace(entry, code)));
  }

  async #timed(files: string[], work: () => Promise<string>): Promise<void> {
    const start = performance.now();
    const seconds = () => `${((performance.now() - start) / 1_000).toFixed(1)} s`;
    try {
      const outcome = await work();
      if (outcome) this.#print(`✔ ${named(files)}: ${outcome} [${seconds()}]`);
    } catch (error) {
      for (const reason of reasonsOf(error)) this.#print(`✖ ${named(files)}: ${reason} [${seconds()}]`);
      this.#print('  The version that runs stays.');
    }
  }
}

function named(files: string[]): string {
  const [first = '', ...others] = files;
  return others.length ? `${first} and ${others.length} more` : first;
}

/** Returns a line for each error of a source, at most three. */
function reasonsOf(error: unknown): string[] {
  if (error instanceof UserError) return [error.message];
  const { errors } = error as Partial<BuildFailure>;
  if (!errors) return [`${error}`];
  return errors.slice(0, 3).map(({ text, location }) => {
    return location ? `${location.file}:${location.line}:${location.column}: ${text}` : text;
  });
}
