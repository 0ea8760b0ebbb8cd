import { globSync } from 'node:fs';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { buildSync } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = join(ROOT, 'lambda');
const BUNDLES = join(ROOT, 'dist/functions');

let bundled = false;

/**
 * The code of the function whose entry is `lambda/<entry>.handler.ts`.
 *
 * The first call bundles every entry at once; the CDK decides by the stacks it was asked for whether bundling is needed.
 */
export function functionCode(scope: Construct, entry: string): lambda.Code {
  if (!Stack.of(scope).bundlingRequired) return lambda.Code.fromAsset(SOURCES);
  if (!bundled) bundleFunctions();
  bundled = true;
  return lambda.Code.fromAsset(join(BUNDLES, entry));
}

/** Bundles all functions in one pass: esbuild parses what they share once. */
function bundleFunctions(): void {
  const handlers = globSync('**/*.handler.ts', { cwd: SOURCES }).sort();
  buildSync({
    entryPoints: handlers.map((file) => ({
      in: join(SOURCES, file),
      out: join(file.replace('.handler.ts', ''), 'index'),
    })),
    absWorkingDir: ROOT,
    outdir: BUNDLES,
    bundle: true,
    minify: true,
    // Error names decide which Retry and Catch of a state machine match.
    keepNames: true,
    platform: 'node',
    target: 'node24',
    // CommonJS imports faster than ES modules on Lambda, and `module` first lets esbuild drop what is unused.
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
}
