import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { BUNDLES, bundleFunctions, SOURCES } from './bundle-functions.ts';

/**
 * The code of the function with an entry: its capability and its name.
 *
 * The first call bundles every entry at once; the CDK decides by the stacks it was asked for whether bundling is needed.
 */
export function functionCode(scope: Construct, entry: string): lambda.Code {
  if (!Stack.of(scope).bundlingRequired) return lambda.Code.fromAsset(SOURCES);
  bundleFunctions();
  return lambda.Code.fromAsset(join(BUNDLES, entry));
}
