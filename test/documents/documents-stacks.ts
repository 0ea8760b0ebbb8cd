import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { DocumentsDataStack } from '../../lib/documents/documents-data-stack.ts';
import { DocumentsReplicaStack } from '../../lib/documents/documents-replica-stack.ts';
import { DocumentsStack } from '../../lib/documents/documents-stack.ts';
import { OrderTopic } from '../../lib/messaging/order-topic.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { templateApp } from '../../lib/template-app.ts';

/** The templates of a stage's document stacks. */
export function documentsOf(stage: StageConfig): { replica: Template; data: Template; documents: Template } {
  const app = templateApp();
  const others = new Stack(app, 'others', {
    env: { region: stage.region, ...(stage.account && { account: stage.account }) },
  });
  const replica = new DocumentsReplicaStack(app, 'documents-replica', { stage });
  const data = new DocumentsDataStack(app, 'documents-data', { stage });
  const documents = new DocumentsStack(app, 'documents', {
    stage,
    data,
    orderTopic: new OrderTopic(others, 'OrderTopic'),
    alarmTopic: new sns.Topic(others, 'AlarmTopic'),
  });
  return {
    replica: Template.fromStack(replica),
    data: Template.fromStack(data),
    documents: Template.fromStack(documents),
  };
}
