import { Match } from 'aws-cdk-lib/assertions';
import { prod } from '../../lib/stages/prod.ts';
import { templatesOf } from '../platform/stage-template.ts';

test('five server errors of the API within five minutes fire an alarm', () => {
  templatesOf(prod)('api').hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: '5XXError',
    Namespace: 'AWS/ApiGateway',
    Statistic: 'Sum',
    Period: 300,
    Threshold: 5,
    AlarmActions: Match.anyValue(),
  });
});
