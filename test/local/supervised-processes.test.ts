import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../client/until.ts';
import { SupervisedProcesses } from '../../local/processes/supervised-processes.ts';
import { isRunning } from './running.ts';

const PATIENCE = { timeoutMs: 8_000, intervalMs: 50 };
const environment = process.env;
let log: string;
beforeEach(() => {
  log = join(mkdtempSync(join(tmpdir(), 'supervisor-')), 'log');
});

test('runs a command, stores its output and returns its exit code', async () => {
  const lines: string[] = [];
  const command: [string, ...string[]] = ['sh', '-c', 'echo out; echo err >&2; exit 7'];
  const code = await new SupervisedProcesses().run({ command, environment, log, onLine: (line) => lines.push(line) });
  expect(code).toBe(7);
  expect(lines.sort()).toEqual(['err', 'out']);
  expect(readFileSync(log, 'utf8')).toContain('err\n');
});

test('a command goes on if its log cannot be written', async () => {
  const reported = jest.spyOn(console, 'error').mockImplementation(() => {});
  const lines: string[] = [];
  // More than a pipe holds: the command would wait if nobody read its output.
  const command: [string, ...string[]] = ['sh', '-c', 'seq 100000; exit 7'];
  const missing = join(log, 'missing');
  const code = await new SupervisedProcesses().run({
    command,
    environment,
    log: missing,
    onLine: (line) => lines.push(line),
  });
  expect({ code, lines: lines.length }).toEqual({ code: 7, lines: 100_000 });
  expect(reported.mock.calls).toEqual([[expect.stringContaining(`${missing} cannot be written: ENOENT`)]]);
  reported.mockRestore();
});

test('ends processes that a command left running', async () => {
  const lines: string[] = [];
  const command: [string, ...string[]] = ['sh', '-c', 'sleep 600 >/dev/null 2>&1 & echo $!'];
  await new SupervisedProcesses().run({ command, environment, log, onLine: (line) => lines.push(line) });
  expect(lines).toHaveLength(1);
  await until('the end of what was left', PATIENCE, async () => !isRunning(Number(lines[0])) || undefined);
});

test('stops a command, and starts no other afterwards', async () => {
  const processes = new SupervisedProcesses();
  const { ended } = processes.start({ command: ['sleep', '600'], environment, log });
  await processes.stop();
  await expect(ended).resolves.not.toBe(0);
  expect(() => processes.start({ command: ['true'], environment, log })).toThrow('stopped');
});

test('ends a command that ignores SIGTERM, and its children, when its owner is killed', async () => {
  const owner = spawn(process.execPath, [join(import.meta.dirname, 'process-owner.ts'), log], { stdio: 'pipe' });
  const [output] = (await once(owner.stdout, 'data')) as [Buffer];
  const started = `${output}`.trim().split(' ').map(Number);
  expect(started.map(isRunning)).toEqual([true, true]);

  owner.kill('SIGKILL');
  await until('the end of the command', PATIENCE, async () => !started.some(isRunning) || undefined);
}, 15_000);
