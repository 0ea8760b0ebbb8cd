/** Puts a shell with a child on a leash, prints both process ids, and waits to be killed: `node leash-owner.ts <log>`. */
import { LeashedProcesses } from '../../local/platform/leashed-processes.ts';

const [log = ''] = process.argv.slice(2);
new LeashedProcesses().start({
  // The shell ignores SIGTERM, and its child would outlive it.
  command: ['sh', '-c', "trap '' TERM; sleep 600 & echo $$ $!; wait; wait"],
  environment: process.env,
  log,
  onLine: (line) => console.log(line),
});
