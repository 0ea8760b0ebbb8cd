import { App } from 'aws-cdk-lib';
import { local } from '../../lib/stages/local.ts';
import { BareStack } from './bare-stack.ts';

/** App of `npm run load` only: no stage has this stack. */
const app = new App();
new BareStack(app, 'load', {
  stage: local,
  userPoolId: app.node.getContext('userPoolId'),
  folder: app.node.getContext('folder'),
});
