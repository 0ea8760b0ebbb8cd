import { ulid } from 'ulid';
import { runForStage } from './command-line/run-for-stage.ts';
import { deployedTargets } from './erase/deployed-targets.ts';
import { describeErasure } from './erase/describe-erasure.ts';
import { eraseCustomer } from './erase/erase-customer.ts';
import { PSEUDONYM_PREFIX, parseEraseOptions } from './erase/erase-options.ts';
import { retainedDataOf } from './erase/retained-data.ts';

/** Erases a customer with the credentials and endpoint of this shell: `npm run erase -- --help`. */
await runForStage(parseEraseOptions, async ({ customerId }, stage, outputs) => {
  const identity = { customerId, pseudonym: `${PSEUDONYM_PREFIX}${ulid()}` };
  const result = await eraseCustomer(deployedTargets(stage, outputs), identity);
  const { lines, exitCode } = describeErasure(result, customerId, retainedDataOf(stage));
  const print = exitCode === 0 ? console.log : console.error;
  for (const line of lines) print(line);
  return exitCode;
});
