import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../ops/user-error.ts';
import { CHECKOUT, LOCAL_FOLDER } from './checkout.ts';
import { PythonEnvironment } from './platform/python-environment.ts';
import { SupervisedProcesses } from './processes/supervised-processes.ts';

/** Runs a Python module in `emulator`, in an environment with that package's tools: `python-tool.ts pytest -x`. */
async function runModule([module, ...options]: string[]): Promise<number> {
  await mkdir(LOCAL_FOLDER, { recursive: true });
  const emulator = join(CHECKOUT, 'emulator');
  const environment = new PythonEnvironment({
    folder: join(LOCAL_FOLDER, 'venv-dev'),
    requirements: join(emulator, 'requirements-dev.txt'),
    processes: new SupervisedProcesses(),
  });
  await environment.prepare(console.log);
  const { status } = spawnSync(environment.python, ['-m', `${module}`, ...options], {
    cwd: emulator,
    stdio: 'inherit',
  });
  return status ?? 1;
}

try {
  process.exitCode = await runModule(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof UserError ? error.message : error);
  process.exitCode = 1;
}
