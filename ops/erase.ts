import { ulid } from 'ulid';
import { stackOutputs } from '../client/stack-outputs.ts';
import { selectStages } from '../lib/stages/index.ts';
import { deployedTargets } from './erase/deployed-targets.ts';
import { describeErasure } from './erase/describe-erasure.ts';
import { eraseCustomer } from './erase/erase-customer.ts';
import { PSEUDONYM_PREFIX, parseEraseOptions } from './erase/erase-options.ts';
import { retainedDataOf } from './erase/retained-data.ts';

/** Erases a customer with the credentials and endpoint of this shell: `npm run erase -- <customer id>`. */
try {
  const { customerId, stage: name } = parseEraseOptions(process.argv.slice(2));
  for (const stage of selectStages(name)) {
    const identity = { customerId, pseudonym: `${PSEUDONYM_PREFIX}${ulid()}` };
    const result = await eraseCustomer(deployedTargets(stage, await stackOutputs(stage)), identity);
    const { lines, exitCode } = describeErasure(result, customerId, retainedDataOf(stage));
    const say = exitCode === 0 ? console.log : console.error;
    for (const line of lines) say(line);
    process.exitCode = exitCode;
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
