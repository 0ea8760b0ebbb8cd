import { createHash } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChangedFile, importAfresh } from './fresh-modules.ts';

/** The cloud assembly of the app, in the folder where the tests that read it look for it. */
export class Assembly {
  readonly #folder: string;
  /** A hash of all templates, and of the sequence in which stacks are deployed. */
  readonly templates: string;

  private constructor(folder: string) {
    this.#folder = folder;
    const hash = createHash('sha256');
    for (const file of globSync('**/{*.template,manifest}.json', { cwd: folder }).sort())
      hash.update(readFileSync(join(folder, file)));
    this.templates = hash.digest('hex');
  }

  /** Synthesizes the app in this thread, with a changed file if given. */
  static async synthesize(change?: ChangedFile): Promise<Assembly> {
    const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
    process.env.CDK_OUTDIR = join(folder, 'assembly');
    try {
      const { synthesizeApp } = (await importAfresh('test/mutants/hunt/synthesize-app.ts', change)) as {
        synthesizeApp(): void;
      };
      synthesizeApp();
    } catch (error) {
      rmSync(folder, { recursive: true });
      throw error;
    } finally {
      delete process.env.CDK_OUTDIR;
    }
    // A test that finds the claim waits for the assembly instead of synthesizing the app without the change.
    mkdirSync(join(folder, 'claim'));
    return new Assembly(folder);
  }

  /** Lets the tests read this assembly. */
  use(): void {
    process.env.TEST_RUN_FOLDER = this.#folder;
  }

  delete(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
