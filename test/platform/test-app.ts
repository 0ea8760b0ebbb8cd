import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { CapabilityStack } from '../../lib/platform/capability-stack.ts';
import { prod } from '../../lib/stages/prod.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';

const cdkJson = JSON.parse(readFileSync(join(import.meta.dirname, '../../cdk.json'), 'utf8'));

/** An app with the feature flags that the real one has; it bundles nothing. */
export function testApp(): App {
  return new App({ context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': [] }, analyticsReporting: false });
}

/** A stack to put a construct under test in. */
export function testStack(stage: StageConfig = prod): CapabilityStack {
  return new CapabilityStack(testApp(), 'test', { stage, description: 'Holds a construct under test.' });
}
