import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../ops/user-error.ts';
import type { SupervisedProcesses } from '../processes/supervised-processes.ts';
import { installedPackages } from './installed-packages.ts';
import { findPython, probePython } from './python.ts';

/** Properties for a `PythonEnvironment`. */
export interface PythonEnvironmentProps {
  /** The folder of the environment. */
  readonly folder: string;
  /** The requirements file, with pinned versions and hashes. */
  readonly requirements: string;
  /** Starts the processes that create it. */
  readonly processes: SupervisedProcesses;
}

/** Errors of pip if it cannot reach the package index. */
const NO_NETWORK =
  /NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|Connection refused|ProxyError/;

/**
 * A Python virtual environment with exactly the packages of a requirements file.
 *
 * It is created next to its folder and moved when complete, so an existing one is never partial.
 */
export class PythonEnvironment {
  readonly #props: PythonEnvironmentProps;

  constructor(props: PythonEnvironmentProps) {
    this.#props = props;
  }

  /** Path of the interpreter. */
  get python(): string {
    return join(this.#props.folder, 'bin', 'python');
  }

  /** Creates the environment if it is missing, damaged or has other requirements, and describes it. */
  async prepare(report: (line: string) => void): Promise<string> {
    const requirements = await this.#requirementsHash();
    const present = await this.#versionMadeFor(requirements);
    if (present) return `Python ${present}`;

    const { folder } = this.#props;
    const { command, version } = await findPython();
    await removeAbandoned(folder);
    const draft = `${folder}.${process.pid}`;
    await this.#make(command, draft, report);
    await writeFile(join(draft, 'stamp'), stampOf({ requirements, version, packages: await packagesOf(draft) }));
    await this.#putInPlace(draft, requirements);
    return `Python ${version}, packages installed`;
  }

  async #requirementsHash(): Promise<string> {
    return createHash('sha256')
      .update(await readFile(this.#props.requirements))
      .digest('hex');
  }

  /** Returns the version of the interpreter; undefined if the environment is missing, damaged or has other requirements. */
  async #versionMadeFor(requirements: string): Promise<string | undefined> {
    const { folder } = this.#props;
    const [stamp, python, packages] = await Promise.all([
      readFile(join(folder, 'stamp'), 'utf8').catch(() => undefined),
      probePython(this.python),
      packagesOf(folder),
    ]);
    const version = python?.version;
    return version && stamp === stampOf({ requirements, version, packages }) ? version : undefined;
  }

  async #make(python: string, draft: string, report: (line: string) => void): Promise<void> {
    const { folder, processes, requirements } = this.#props;
    // Temporary files of an interrupted pip are deleted with the draft.
    const temporary = join(draft, 'tmp');
    await mkdir(temporary, { recursive: true });
    const environment = { ...process.env, PIP_CACHE_DIR: join(dirname(folder), 'pip-cache'), TMPDIR: temporary };
    const lines: string[] = [];
    const run = async (...command: [string, ...string[]]) => {
      const onLine = (line: string) => {
        lines.push(line);
        const installing = /^Collecting (\S+)/.exec(line)?.[1];
        if (installing) report(`downloading ${installing}`);
      };
      if ((await processes.run({ command, environment, log: `${folder}.log`, onLine })) !== 0) {
        throw this.#userErrorFor(command, lines);
      }
    };
    await run(python, '-E', '-m', 'venv', draft);
    const pip = ['-E', '-m', 'pip', '--disable-pip-version-check', '--no-input', '--retries=2'];
    const install = ['install', '--require-hashes', '--only-binary=:all:', '--requirement', requirements];
    await run(join(draft, 'bin', 'python'), ...pip, ...install);
  }

  async #putInPlace(draft: string, requirements: string): Promise<void> {
    const { folder } = this.#props;
    // Another run may have made it meanwhile, and be using it.
    const superfluous = (await this.#versionMadeFor(requirements)) !== undefined;
    await rm(superfluous ? draft : folder, { recursive: true, force: true });
    if (!superfluous) await rename(draft, folder);
  }

  #userErrorFor(command: string[], lines: string[]): UserError {
    const log = `${this.#props.folder}.log`;
    if (lines.some((line) => NO_NETWORK.test(line))) {
      return new UserError(
        `The emulator's Python packages could not be downloaded: connect to the network and run npm start again (${log})`,
      );
    }
    const reason = lines.findLast((line) => /^ERROR: |Error: /.test(line)) ?? lines.at(-1) ?? 'no output';
    return new UserError(
      `The emulator's Python environment could not be made: "${command.slice(0, 3).join(' ')}" said "${reason}" (${log})`,
    );
  }
}

function stampOf({ requirements, version, packages }: Record<'requirements' | 'version' | 'packages', string>): string {
  return `requirements ${requirements}\npython ${version}\npackages ${packages}\n`;
}

async function packagesOf(folder: string): Promise<string> {
  return (await installedPackages(join(folder, 'bin', 'python'))) ?? 'none';
}

/** Removes drafts whose maker was killed. */
async function removeAbandoned(folder: string): Promise<void> {
  const drafts = new RegExp(`^${basename(folder)}\\.(\\d+)$`);
  for (const entry of await readdir(dirname(folder))) {
    const maker = Number(drafts.exec(entry)?.[1]);
    if (maker && !isAlive(maker)) await rm(join(dirname(folder), entry), { recursive: true, force: true });
  }
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
