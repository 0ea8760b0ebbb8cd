import type { DeployedResource, DeployedResources } from './deployed-resources.ts';
import type { Edge } from './edge.ts';

/** The resource that has the properties. */
const SELF = '';

/** The properties, by type, that name the source and the target of a trigger. */
const TRIGGERS: Record<string, readonly (readonly [from: string, to: string])[]> = {
  'AWS::ApiGateway::Authorizer': [
    ['RestApiId', 'AuthorizerUri'],
    ['RestApiId', 'ProviderARNs'],
  ],
  'AWS::ApiGateway::Method': [['RestApiId', 'Integration']],
  'AWS::Cognito::UserPool': [[SELF, 'LambdaConfig']],
  'AWS::Events::Rule': [
    ['EventPattern', SELF],
    [SELF, 'Targets'],
  ],
  'AWS::KinesisFirehose::DeliveryStream': [
    ['KinesisStreamSourceConfiguration', SELF],
    [SELF, 'ExtendedS3DestinationConfiguration'],
  ],
  'AWS::Lambda::EventSourceMapping': [['EventSourceArn', 'FunctionName']],
  'AWS::S3::Bucket': [
    [SELF, 'NotificationConfiguration'],
    [SELF, 'ReplicationConfiguration'],
  ],
  'AWS::SNS::Subscription': [['TopicArn', 'Endpoint']],
  'AWS::SecretsManager::RotationSchedule': [['SecretId', 'RotationLambdaARN']],
  'AWS::StepFunctions::StateMachine': [[SELF, 'DefinitionString']],
};

/** The edges that properties make: integrations, mappings, subscriptions, notifications, tasks, targets, replication. */
export function triggers(resources: DeployedResources): Edge[] {
  const endsOf = (resource: DeployedResource, property: string) =>
    property === SELF ? [resource] : resources.referredBy(resource.properties[property], resource.stack);

  return resources.all.flatMap((resource) =>
    (TRIGGERS[resource.type] ?? []).flatMap(([source, target]) =>
      endsOf(resource, source).flatMap((from) =>
        endsOf(resource, target).map((to): Edge => ({ from, to, kind: 'trigger' })),
      ),
    ),
  );
}
