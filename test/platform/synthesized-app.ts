import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const NODE = join(ROOT, 'node_modules/.bin/node');
const NO_NETWORK = join(import.meta.dirname, 'no-network.js');
const POLL_MS = 50;

/** Runs the app as the CDK CLI does, in an environment without credentials, home or network. */
export function runApp(CDK_OUTDIR: string, context: object = {}) {
  const cdkJson = JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8'));
  const CDK_CONTEXT_JSON = JSON.stringify({ ...cdkJson.context, ...context });
  return spawnSync(NODE, ['--import', NO_NETWORK, '--import', './bin/compile-cache.ts', 'bin/app.ts'], {
    cwd: ROOT,
    env: { CDK_OUTDIR, CDK_VALIDATION: 'false', CDK_CONTEXT_JSON },
    encoding: 'utf8',
  });
}

/** The cloud assembly of the app. The first test file of a run that needs it synthesizes it; the others wait for it. */
export function assemblyFolder(): string {
  const folder = join(runFolder(), 'assembly');
  const failure = join(runFolder(), 'failure');
  if (isFirst(join(runFolder(), 'claim'))) {
    const { status, stderr } = runApp(`${folder}.part`);
    if (status === 0) renameSync(`${folder}.part`, folder);
    else writeFileSync(failure, stderr);
  }
  while (!existsSync(folder)) {
    if (existsSync(failure)) throw new Error(`the app cannot be synthesized: ${readFileSync(failure, 'utf8')}`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
  }
  return folder;
}

/** The folder that all test files of a run share; a single program gets its own. */
function runFolder(): string {
  if (!process.env.TEST_RUN_FOLDER) {
    const folder = mkdtempSync(join(tmpdir(), 'order-platform-'));
    process.env.TEST_RUN_FOLDER = folder;
    process.once('exit', () => rmSync(folder, { recursive: true }));
  }
  return process.env.TEST_RUN_FOLDER;
}

function isFirst(claim: string): boolean {
  try {
    mkdirSync(claim);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Never called: Jest finds the tests that a change concerns by the imports it reads. */
export const app = () => import('../../bin/app.ts');
