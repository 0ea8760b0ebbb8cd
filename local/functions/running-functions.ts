import { LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import { UserError } from '../../ops/user-error.ts';
import { nearest } from './nearest.ts';

/** A function of the deployed stage. */
export interface RunningFunction {
  /** Its capability and name, such as `orders/charge-payment`. */
  readonly entry: string;
  /** Its name on AWS. */
  readonly functionName: string;
  readonly logGroup: string;
}

/** Returns the functions of the stage by entry, without those that the CDK adds. */
export async function runningFunctions(): Promise<RunningFunction[]> {
  const found: RunningFunction[] = [];
  for await (const { Functions = [] } of paginateListFunctions({ client: new LambdaClient() }, {})) {
    for (const { FunctionName, Environment, LoggingConfig } of Functions) {
      const entry = Environment?.Variables?.POWERTOOLS_SERVICE_NAME;
      if (!entry || !FunctionName || !LoggingConfig?.LogGroup) continue;
      found.push({ entry, functionName: FunctionName, logGroup: LoggingConfig.LogGroup });
    }
  }
  if (found.length === 0) throw new UserError('No function is deployed yet: wait until the platform has started');
  return found.sort((left, right) => left.entry.localeCompare(right.entry));
}

/**
 * Returns the function with an entry, given in full or without its capability.
 *
 * @throws UserError that names the nearest entries, if there is none
 */
export function functionNamed<F extends Pick<RunningFunction, 'entry'>>(functions: readonly F[], name: string): F {
  const found = functions.find(({ entry }) => entry === name || entry.endsWith(`/${name}`));
  if (found) return found;
  const entries = functions.map(({ entry }) => entry);
  throw new UserError(`There is no function "${name}". The nearest names: ${nearest(name, entries).join(', ')}`);
}
