import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { BUNDLES, SOURCES } from './bundle-functions.ts';
import { bundleFunctions } from './bundle-record.ts';

/**
 * Returns the code of a function, by its entry: the capability and the name of its handler.
 *
 * The first call bundles all functions. Bundling is skipped if the CDK does not need the assets of the selected stacks.
 */
export function functionCode(scope: Construct, entry: string): lambda.Code {
  if (!Stack.of(scope).bundlingRequired) return lambda.Code.fromAsset(SOURCES);
  bundleFunctions();
  return lambda.Code.fromAsset(join(BUNDLES, entry));
}
