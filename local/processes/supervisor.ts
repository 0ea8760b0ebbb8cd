/**
 * Runs a command that must not outlive its owner: `node supervisor.ts <command> <argument>...`, as a process group leader.
 *
 * The owner holds the other end of standard input. When it closes, because the owner closed it or was killed, the command
 * gets SIGTERM, and after a grace period the rest of the group is killed. The command's own standard input closes with this
 * process.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const GRACE_MILLISECONDS = 3_000;

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['pipe', 'inherit', 'inherit'] });
let released = false;

function killGroup(): void {
  process.kill(-process.pid, 'SIGKILL');
}

child.once('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.once('exit', (code, signal) => {
  if (released) killGroup();
  process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1));
});
process.stdin.resume().once('close', () => {
  released = true;
  child.kill('SIGTERM');
  setTimeout(killGroup, GRACE_MILLISECONDS);
});
