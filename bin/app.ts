import { App } from 'aws-cdk-lib';
import { selectStages } from '../lib/stages/index.ts';
import { OrderPlatformStage } from '../lib/stages/order-platform-stage.ts';

const app = new App();
for (const stage of selectStages(app.node.tryGetContext('stage'))) {
  new OrderPlatformStage(app, stage);
}
