import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './median.ts';

const ROUNDS = 5;
const ROOT = join(import.meta.dirname, '..');
const CDK = join(ROOT, 'node_modules/.bin/cdk');

/** An app as `cdk init` creates it, with the packages it installs. */
function emptyApp(parent: string): string {
  const folder = join(parent, 'empty');
  mkdirSync(folder);
  execFileSync(CDK, ['init', 'app', '--language', 'typescript'], { cwd: folder, stdio: 'ignore' });
  return folder;
}

/** Duration of a synthesis in seconds, with the template validator, as a user runs it. */
function timed(cwd: string, ...more: string[]): number {
  const start = performance.now();
  execFileSync('npx', ['cdk', 'synth', '-q', ...more], { cwd, stdio: 'ignore' });
  return (performance.now() - start) / 1_000;
}

const shown = (times: number[]) =>
  `${median(times).toFixed(2)} s  (${times.map((time) => time.toFixed(2)).join(', ')})`;

const folder = mkdtempSync(join(tmpdir(), 'bench-synth-'));
try {
  const empty = emptyApp(folder);
  const stage: number[] = [];
  const init: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    stage.push(timed(ROOT, '-c', 'stage=prod', '--output', join(folder, 'out')));
    init.push(timed(empty));
  }
  console.log(`npx cdk synth -q, ${ROUNDS} rounds in turn, median, on ${availableParallelism()} cores:`);
  console.log(`  the stage prod      ${shown(stage)}`);
  console.log(`  an empty init app   ${shown(init)}`);
  console.log(`  ratio               ${(median(stage) / median(init)).toFixed(2)}`);
} finally {
  rmSync(folder, { recursive: true });
}
