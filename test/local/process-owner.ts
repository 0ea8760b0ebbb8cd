/** Starts a supervised shell with a child, prints both process ids and waits to be killed: `node process-owner.ts <log>`. */
import { SupervisedProcesses } from '../../local/processes/supervised-processes.ts';

const [log = ''] = process.argv.slice(2);
new SupervisedProcesses().start({
  // The shell ignores SIGTERM, and its child would outlive it.
  command: ['sh', '-c', "trap '' TERM; sleep 600 & echo $$ $!; wait; wait"],
  environment: process.env,
  log,
  onLine: (line) => console.log(line),
});
