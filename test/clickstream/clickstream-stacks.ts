import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { ClickstreamDataStack } from '../../lib/clickstream/clickstream-data-stack.ts';
import { ClickstreamStack } from '../../lib/clickstream/clickstream-stack.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { testApp } from '../platform/test-app.ts';

/** The templates of a stage's clickstream stacks, and of one with a function that may put events on the stream. */
export function clickstreamOf(stage: StageConfig): { data: Template; clickstream: Template; others: Template } {
  const app = testApp();
  const env = { region: stage.region, ...(stage.account && { account: stage.account }) };
  const operations = new Stack(app, 'operations', { env });
  const data = new ClickstreamDataStack(app, 'clickstream-data', { stage });
  const clickstream = new ClickstreamStack(app, 'clickstream', {
    stage,
    data,
    alarmTopic: new sns.Topic(operations, 'AlarmTopic'),
  });
  const others = new Stack(app, 'others', { env });
  clickstream.grantPut(
    new lambda.Function(others, 'Publisher', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {}'),
    }),
  );
  return {
    data: Template.fromStack(data),
    clickstream: Template.fromStack(clickstream),
    others: Template.fromStack(others),
  };
}
