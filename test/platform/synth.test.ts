import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STAGE_NAMES } from '../../lib/stages/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const NODE = join(ROOT, 'node_modules/.bin/node');
const NO_NETWORK = join(import.meta.dirname, 'no-network.js');
const { context } = JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8'));

const folders = [mkdtempSync(join(tmpdir(), 'synth-')), mkdtempSync(join(tmpdir(), 'synth-'))] as const;
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** What the CDK CLI runs, in an environment without credentials, home or network. */
const app = (CDK_OUTDIR: string, more: object = {}) => ({
  args: ['--import', NO_NETWORK, 'bin/app.ts'],
  options: {
    cwd: ROOT,
    env: { CDK_OUTDIR, CDK_VALIDATION: 'false', CDK_CONTEXT_JSON: JSON.stringify({ ...context, ...more }) },
    encoding: 'utf8' as const,
  },
});

function synthesize(folder: string): Map<string, string> {
  const { args, options } = app(folder);
  execFileSync(NODE, args, options);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    files.filter((file) => file.endsWith('.json')).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

test('synthesis needs no network and no credentials, and two runs give the same assembly', () => {
  const [first, second] = folders.map(synthesize);
  expect([...(first?.keys() ?? [])].filter((file) => file.endsWith('.template.json')).length).toBeGreaterThan(0);
  expect(second).toEqual(first);
}, 60_000);

test('a stage that does not exist fails synthesis with the stages there are', () => {
  const { args, options } = app(folders[0], { stage: 'nowhere' });
  const { status, stderr } = spawnSync(NODE, args, options);
  expect(status).not.toBe(0);
  expect(stderr).toContain(`'stage' must be one of ${STAGE_NAMES.join(', ')}, got "nowhere"`);
});
