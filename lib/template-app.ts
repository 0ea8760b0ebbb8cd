import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';

const cdkJson = JSON.parse(readFileSync(join(import.meta.dirname, '../cdk.json'), 'utf8'));

/** Context that leaves out the parts of a synthesis that templates do not show. */
const TEMPLATES_ONLY = {
  'aws:cdk:bundling-stacks': [],
  'aws:cdk:disable-asset-staging': true,
  'aws:cdk:disable-creation-stack-traces': true,
  '@aws-cdk/core:enableAdditionalMetadataCollection': false,
};

/** An app with the feature flags of the deployed one, for reading its templates. */
export function templateApp(): App {
  return new App({
    context: { ...cdkJson.context, ...TEMPLATES_ONLY },
    stackTraces: false,
    treeMetadata: false,
  });
}
