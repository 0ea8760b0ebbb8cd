import { UserError } from '../../ops/user-error.ts';
import type { LocalPlatform } from '../platform/local-platform.ts';
import { appFilesAmong } from './app-files.ts';
import { Batches } from './batches.ts';
import { errorLines } from './change-errors.ts';
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
  readonly #bundles: FunctionBundles;
  readonly #functions = new DeployedFunctions();
  readonly #functionChanges = new Batches((files) => this.#timed(() => this.#replaceFunctions(files)));
  readonly #stackChanges = new Batches((files) => this.#timed(() => this.#deployStacks(files)));
  #templates: Templates;
  /** Files that changed since the last synthesis without an error began. */
  readonly #pending = new Set<string>();
  /** Changed files that no printed line is about. */
  readonly #silent = new Set<string>();
  /** The code of functions that was replaced, by entry. */
  readonly #replaced = new Map<string, string>();
  /** The entries that were replaced since the last synthesis began. */
  readonly #recent = new Set<string>();

  /** Takes the deployed version as the one to compare with. */
  constructor(platform: LocalPlatform, print: Print) {
    this.#platform = platform;
    this.#print = print;
    this.#bundles = new FunctionBundles(platform.inspected?.entry);
    this.#templates = readTemplates(platform.assembly);
  }

  /** Takes up the change of a source and returns at once. */
  take(file: string): void {
    this.#silent.add(file);
    if (file.startsWith('lambda/')) this.#functionChanges.add(file);
    this.#pending.add(file);
    this.#stackChanges.add(file);
  }

  async #replaceFunctions(files: string[]): Promise<string> {
    const changed = await this.#bundles.update(files);
    for (const [entry, code] of changed) {
      this.#replaced.set(entry, code);
      this.#recent.add(entry);
    }
    const entries = await this.#functions.replace(changed);
    if (entries.length === 0) return '';
    for (const file of files) this.#silent.delete(file);
    return `${named(files)}: replaced ${entries.join(', ')}`;
  }

  async #deployStacks(changed: string[]): Promise<string> {
    await this.#functionChanges.idle();
    const silent = changed.filter((file) => this.#silent.delete(file));
    const unchanged = silent.length ? `${named(silent)}: no function and no stack differs` : '';
    if (this.#bundles.broken) {
      const waiting = changed.filter((file) => !file.startsWith('lambda/'));
      // The error of the function has been printed.
      if (waiting.length === 0) return '';
      throw new UserError(`${named(waiting)}: not deployed while a function has an error`);
    }
    const files = await appFilesAmong([...this.#pending]);
    if (files.length === 0) return unchanged;
    // Files that were saved in the meantime are part of this synthesis too.
    for (const file of this.#pending) this.#silent.delete(file);
    this.#pending.clear();
    this.#recent.clear();
    try {
      await this.#platform.synthesize();
    } catch (error) {
      for (const file of files) this.#pending.add(file);
      throw error;
    }
    const stacks = await this.#deploy();
    return stacks.length ? `${named(files)}: deployed ${stacks.join(', ')}` : unchanged;
  }

  /** Deploys the stacks whose template has changed and returns them. */
  async #deploy(): Promise<string[]> {
    const templates = readTemplates(this.#platform.assembly);
    const stacks = changedStacks(this.#templates, templates);
    if (stacks.length === 0) return [];
    try {
      await this.#platform.deploy(stacks, ['--exclusively']);
    } catch (error) {
      // CloudFormation has restored the code of the last deployment.
      await this.#functions.replace(this.#replaced);
      throw error;
    }
    this.#templates = templates;
    // The deployment may have undone what was replaced while it was under way.
    await this.#functions.replace(new Map([...this.#replaced].filter(([entry]) => this.#recent.has(entry))));
    return stacks;
  }

  async #timed(work: () => Promise<string>): Promise<void> {
    const start = performance.now();
    try {
      const outcome = await work();
      if (outcome) this.#print(`✔ ${outcome} [${((performance.now() - start) / 1_000).toFixed(1)} s]`);
    } catch (error) {
      for (const line of errorLines(error)) this.#print(`✖ ${line}`);
      this.#print('  The version that runs stays.');
    }
  }
}

function named(files: string[]): string {
  const [first = '', ...others] = files;
  return others.length ? `${first} and ${others.length} more` : first;
}
