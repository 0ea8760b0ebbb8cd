import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { entry } from '../../lambda/platform/settings.ts';
import { AnalyticsDataStack } from '../../lib/analytics/analytics-data-stack.ts';
import { AnalyticsStack } from '../../lib/analytics/analytics-stack.ts';
import { bind } from '../../lib/platform/binding.ts';
import { PlatformFunction } from '../../lib/platform/platform-function.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { templateApp } from '../../lib/template-app.ts';

/** The templates of a stage's analytics stacks, and of one with a function that may put events on the stream. */
export function analyticsOf(stage: StageConfig): { data: Template; analytics: Template; others: Template } {
  const app = templateApp();
  const env = { region: stage.region, ...(stage.account && { account: stage.account }) };
  const alarms = new Stack(app, 'alarms', { env });
  const data = new AnalyticsDataStack(app, 'analytics-data', { stage });
  const analytics = new AnalyticsStack(app, 'analytics', {
    stage,
    data,
    alarmTopic: new sns.Topic(alarms, 'AlarmTopic'),
  });
  const others = new Stack(app, 'others', { env });
  new PlatformFunction(others, 'Publisher', {
    stage,
    entry: bind(entry('tests/publisher', ['ORDER_STREAM_NAME']), { bindings: [analytics.putOrderEvents] }),
    description: 'Puts events on the stream.',
  });
  return {
    data: Template.fromStack(data),
    analytics: Template.fromStack(analytics),
    others: Template.fromStack(others),
  };
}
