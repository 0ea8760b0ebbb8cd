import { OrderPlatformStage } from '../../../lib/order-platform-stage.ts';
import { selectStages } from '../../../lib/stages/index.ts';
import { templateApp } from '../../../lib/template-app.ts';

/** Synthesizes every stage into the folder that the CDK reads from the environment, as `bin/app.ts` does. */
export function synthesizeApp(): void {
  const app = templateApp();
  for (const stage of selectStages()) new OrderPlatformStage(app, stage);
  app.synth();
  // The CDK would synthesize again at the end of the process.
  process.removeAllListeners('beforeExit');
}
