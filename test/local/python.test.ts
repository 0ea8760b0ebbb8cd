import { findPython, type Python, probePython } from '../../local/platform/python.ts';

/** A machine with these interpreters: command, version. */
function machine(versions: Record<string, string>, lacking: string[] = []) {
  return async (command: string): Promise<Python | undefined> => {
    const version = versions[command];
    return version ? { command, version, makesEnvironments: !lacking.includes(command) } : undefined;
  };
}

test('selects the interpreter named python3, even if there are newer ones', async () => {
  const probe = machine({ python3: '3.11.7', 'python3.13': '3.13.0' });
  await expect(findPython(probe)).resolves.toMatchObject({ command: 'python3', version: '3.11.7' });
});

test('skips interpreters that are too old', async () => {
  const probe = machine({ python: '2.7.18', python3: '3.9.18', 'python3.10': '3.10.13' });
  await expect(findPython(probe)).resolves.toMatchObject({ command: 'python3.10' });
});

test('skips an interpreter that cannot create virtual environments', async () => {
  const probe = machine({ python3: '3.11.7', 'python3.12': '3.12.1' }, ['python3']);
  await expect(findPython(probe)).resolves.toMatchObject({ command: 'python3.12' });
});

test('reports the versions that it found if all are too old', async () => {
  const probe = machine({ python3: '3.9.18', python: '2.7.18' });
  await expect(findPython(probe)).rejects.toThrow(
    'The emulator needs Python 3.10 or newer, and the PATH has 3.9.18 (python3), 2.7.18 (python): install one',
  );
});

test('reports that there is no interpreter', async () => {
  await expect(findPython(machine({}))).rejects.toThrow('needs Python 3.10 or newer, and the PATH has none');
});

test('explains how to install the venv module if only that is missing', async () => {
  const probe = machine({ python3: '3.12.3' }, ['python3']);
  await expect(findPython(probe)).rejects.toThrow(
    'Python 3.12.3 (python3) lacks its venv module: install it (on Debian and Ubuntu: apt install python3.12-venv)',
  );
});

test('skips other programs and missing ones', async () => {
  await expect(probePython(process.execPath)).resolves.toBeUndefined();
  await expect(probePython('no-such-python')).resolves.toBeUndefined();
});
