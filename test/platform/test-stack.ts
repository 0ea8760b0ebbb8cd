import { CapabilityStack } from '../../lib/platform/capability-stack.ts';
import { prod } from '../../lib/stages/prod.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { templateApp } from '../../lib/template-app.ts';

/** A stack to put a construct under test in. */
export function testStack(stage: StageConfig = prod): CapabilityStack {
  return new CapabilityStack(templateApp(), 'test', { stage, description: 'Holds a construct under test.' });
}
