import { execFile } from 'node:child_process';
import { UserError } from '../../ops/user-error.ts';

/** A Python interpreter of this machine. */
export interface Python {
  /** The command. */
  readonly command: string;
  /** Its version, such as 3.12.1. */
  readonly version: string;
  /** True if it can create virtual environments; Debian packages the modules separately. */
  readonly makesEnvironments: boolean;
}

/** The oldest minor version of Python 3 the emulator runs on. https://pypi.org/project/ministack/ */
const OLDEST_MINOR = 10;

/** Candidates: the user's default first, then by version. */
const COMMANDS = ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];

/**
 * Returns the first interpreter that can run the emulator.
 *
 * @throws UserError if there is none
 */
export async function findPython(probe: typeof probePython = probePython): Promise<Python> {
  const found: Python[] = [];
  for (const command of COMMANDS) {
    const python = await probe(command);
    if (python && isRecent(python) && python.makesEnvironments) return python;
    if (python) found.push(python);
  }
  throw userErrorFor(found);
}

/** Returns the interpreter that a command starts; undefined if it is not Python or does not exist. */
export async function probePython(command: string): Promise<Python | undefined> {
  const question = 'import sys; print("%d.%d.%d" % sys.version_info[:3]); import ensurepip, venv';
  return await new Promise((resolve) => {
    execFile(command, ['-E', '-c', question], { timeout: 20_000 }, (error, output) => {
      const version = output.trim();
      resolve(/^\d+\.\d+\.\d+$/.test(version) ? { command, version, makesEnvironments: error === null } : undefined);
    });
  });
}

function isRecent({ version }: Python): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 3 || (major === 3 && minor >= OLDEST_MINOR);
}

function userErrorFor(found: Python[]): UserError {
  const wanted = `The emulator needs Python 3.${OLDEST_MINOR} or newer`;
  const incomplete = found.find(isRecent);
  if (incomplete) {
    const minor = incomplete.version.split('.').slice(0, 2).join('.');
    return new UserError(
      `Python ${incomplete.version} (${incomplete.command}) lacks its venv module: install it (on Debian and Ubuntu: apt install python${minor}-venv)`,
    );
  }
  const received = found.length ? found.map((each) => `${each.version} (${each.command})`).join(', ') : 'none';
  return new UserError(`${wanted}, and the PATH has ${received}: install one from https://www.python.org/downloads/`);
}
