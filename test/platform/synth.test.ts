import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STAGE_NAMES } from '../../lib/stages/index.ts';
import { assemblyFolder, runApp } from './synthesized-app.ts';

const again = mkdtempSync(join(tmpdir(), 'synth-'));
afterAll(() => rmSync(again, { recursive: true }));

/** The JSON files of an assembly, by their paths. */
function jsonIn(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    files.filter((file) => file.endsWith('.json')).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

test('synthesis needs no network and no credentials, and two runs give the same assembly', () => {
  // One after the other: both bundle the functions that have changed, into the same folder.
  const first = jsonIn(assemblyFolder());
  const { status, stderr } = runApp(again);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect([...first.keys()].filter((file) => file.endsWith('.template.json')).length).toBeGreaterThan(0);
  expect(jsonIn(again)).toEqual(first);
}, 60_000);

test('a stage that does not exist fails synthesis and names the stages that exist', () => {
  const { status, stderr } = runApp(again, { stage: 'nowhere' });
  expect(status).not.toBe(0);
  expect(stderr).toContain(`'stage' must be one of ${STAGE_NAMES.join(', ')}, got "nowhere"`);
}, 60_000);
