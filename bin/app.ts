import { App } from 'aws-cdk-lib';
import { OrderPlatformStage } from '../lib/order-platform-stage.ts';
import { selectStages } from '../lib/stages/index.ts';

const app = new App();
for (const stage of selectStages(app.node.tryGetContext('stage'))) {
  new OrderPlatformStage(app, stage);
}
