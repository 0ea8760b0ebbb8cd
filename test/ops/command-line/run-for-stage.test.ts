import { spawnSync } from 'node:child_process';
import { CHECKOUT } from '../../../local/checkout.ts';

/** Runs `npm run seed`, which fails before it calls AWS. */
function seed(...args: string[]) {
  return spawnSync(process.execPath, ['ops/seed.ts', ...args], { cwd: CHECKOUT, encoding: 'utf8' });
}

test('prints the help text and succeeds', () => {
  expect(seed('--help')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Usage: npm run seed -- [--stage <name>]'),
    stderr: '',
  });
});

test.each([
  [['--stag', 'dev'], '"--stag" is no option of npm run seed: npm run seed -- [--stage <name>]\n'],
  [['--stage', 'nowhere'], `'stage' must be one of local, dev, prod, got "nowhere"\n`],
])('refuses %j with one line and fails', (args, stderr) => {
  expect(seed(...args)).toMatchObject({ status: 1, stdout: '', stderr });
});
