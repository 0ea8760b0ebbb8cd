import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { CHECKOUT } from '../../local/checkout.ts';

/** Folders that a running platform does not read, or writes. */
const LEFT_OUT = ['.git', '.local', 'cdk.out', 'coverage', 'dist', 'node_modules', 'test'];

/** A copy of the sources, so that a test or a measurement can edit them. Its packages are those of the repository. */
export class CheckoutCopy {
  /** The folder of the copy. */
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'checkout-')));

  constructor() {
    const filter = (path: string) => !LEFT_OUT.includes(basename(path));
    cpSync(CHECKOUT, this.folder, { recursive: true, filter });
    mkdirSync(join(this.folder, '.local'));
    for (const packages of ['node_modules', '.local/venv']) {
      symlinkSync(join(CHECKOUT, packages), join(this.folder, packages));
    }
  }

  /**
   * Replaces a text in a file.
   *
   * @throws Error if the file does not contain it
   */
  edit(file: string, text: string, replacement: string): void {
    const path = join(this.folder, file);
    const content = readFileSync(path, 'utf8');
    if (!content.includes(text)) throw new Error(`${file} does not contain ${text}`);
    writeFileSync(
      path,
      content.replace(text, () => replacement),
    );
  }

  /** The first position of a text in a file, as errors name it: `file:line:column`. */
  positionOf(file: string, text: string): string {
    const [before = ''] = readFileSync(join(this.folder, file), 'utf8').split(text, 1);
    const lines = before.split('\n');
    return `${file}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
  }

  /** Removes the copy. */
  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
