import { globSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PythonEnvironment } from '../../local/platform/python-environment.ts';
import { SupervisedProcesses } from '../../local/processes/supervised-processes.ts';

// Creating an environment takes seconds: the tests use one, in their order.
const place = mkdtempSync(join(tmpdir(), 'python-'));
const requirements = join(place, 'requirements.txt');
const environment = new PythonEnvironment({
  folder: join(place, 'venv'),
  requirements,
  processes: new SupervisedProcesses(),
});
beforeAll(() => writeFileSync(requirements, '# no package, so that no network is needed\n'));
afterAll(() => rmSync(place, { recursive: true }));

test('creates the environment again, once, if its creation was interrupted', async () => {
  mkdirSync(join(place, 'venv/bin'), { recursive: true });
  mkdirSync(join(place, 'venv.999999999'));

  await expect(environment.prepare(() => {})).resolves.toMatch(/^Python 3\.\d+\.\d+, packages installed$/);
  expect(readdirSync(place).filter((name) => name.startsWith('venv'))).toEqual(['venv', 'venv.log']);

  const made = statSync(environment.python).ctimeMs;
  await expect(environment.prepare(() => {})).resolves.toMatch(/^Python 3\.\d+\.\d+$/);
  expect(statSync(environment.python).ctimeMs).toBe(made);
});

test('creates the environment again if its interpreter or a file of a package is missing', async () => {
  await environment.prepare(() => {});
  for (const missing of ['bin/python', 'lib/python3*/site-packages/pip/__init__.py']) {
    const [path = ''] = globSync(join(place, 'venv', missing));
    rmSync(path);
    await expect(environment.prepare(() => {})).resolves.toMatch(/, packages installed$/);
  }
});

test('reports the output of pip if it cannot install, and leaves no environment that looks complete', async () => {
  rmSync(join(place, 'venv'), { recursive: true });
  writeFileSync(requirements, 'ministack==1.5.33\n');
  await expect(environment.prepare(() => {})).rejects.toThrow(/could not be made: .* said "ERROR: .*hash/i);
  expect(readdirSync(place)).not.toContain('venv');
});
