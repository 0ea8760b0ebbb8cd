import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../ops/user-error.ts';

/** The data of a run under a name, and the version of the app that it belongs to. */
export class KeptState {
  /** The name that the user gave it. */
  readonly name: string;
  readonly #folder: string;

  /** @param place - the folder of all kept states */
  constructor(place: string, name: string) {
    this.name = name;
    this.#folder = join(place, name);
  }

  /**
   * Returns the state of a name.
   *
   * @throws UserError that lists the names, if none was kept under this one
   */
  static async find(place: string, name: string): Promise<KeptState> {
    const state = new KeptState(place, name);
    if (existsSync(state.#versionFile)) return state;
    const names = (await readdir(place).catch(() => [])).sort();
    throw new UserError(
      `No state was kept as "${name}": ${names.length ? `there are ${names.join(', ')}` : `npm start -- --keep ${name} keeps one when it ends`}`,
    );
  }

  /** The file of the data. */
  get data(): string {
    return join(this.#folder, 'data.json');
  }

  /** Creates the folder of the data. */
  async prepare(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
  }

  /** Records the version of the app that the data belongs to. */
  async record(version: string): Promise<void> {
    await writeFile(this.#versionFile, version);
  }

  /**
   * Checks that the data belongs to a version of the app.
   *
   * @throws UserError if it does not
   */
  async check(version: string): Promise<void> {
    if ((await readFile(this.#versionFile, 'utf8')) === version) return;
    throw new UserError(
      `The state "${this.name}" was kept by a version of the app with other tables, buckets or user pools: check that version out, or start without --from ${this.name}`,
    );
  }

  get #versionFile(): string {
    return join(this.#folder, 'app-version');
  }
}
