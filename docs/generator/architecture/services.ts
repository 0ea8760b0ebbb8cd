import type { DeployedResource } from './deployed-resources.ts';

/** The look of a service in the picture. */
interface Service {
  /** The name that a reader knows it by. */
  readonly label: string;
  /** The brackets that make its shape in Mermaid. */
  readonly shape: readonly [string, string];
}

const PROCESS = ['[', ']'] as const;
const STORE = ['[(', ')]'] as const;
const CHANNEL = ['([', '])'] as const;

/** The types of resources in the picture: the others belong to one of these. */
const SERVICES: Record<string, Service> = {
  'AWS::ApiGateway::RestApi': { label: 'API Gateway', shape: ['{{', '}}'] },
  'AWS::Cognito::UserPool': { label: 'Cognito user pool', shape: PROCESS },
  'AWS::DynamoDB::Table': { label: 'DynamoDB', shape: STORE },
  'AWS::Events::Rule': { label: 'EventBridge rule', shape: CHANNEL },
  'AWS::Kinesis::Stream': { label: 'Kinesis', shape: CHANNEL },
  'AWS::KinesisFirehose::DeliveryStream': { label: 'Firehose', shape: CHANNEL },
  'AWS::Lambda::Function': { label: 'Lambda', shape: PROCESS },
  'AWS::S3::Bucket': { label: 'S3', shape: STORE },
  'AWS::SNS::Topic': { label: 'SNS', shape: CHANNEL },
  'AWS::SQS::Queue': { label: 'SQS', shape: CHANNEL },
  'AWS::SecretsManager::Secret': { label: 'Secrets Manager', shape: STORE },
  'AWS::StepFunctions::StateMachine': { label: 'Step Functions', shape: ['[[', ']]'] },
};

/** The look of a resource, or undefined if its type is not drawn. */
export function serviceOf({ type }: DeployedResource): Service | undefined {
  return SERVICES[type];
}
