import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kinesis from 'aws-cdk-lib/aws-kinesis';
import { Construct } from 'constructs';
import { answersOf } from '../answers/integration-answers.ts';
import { problemAnswer } from '../answers/problem-answer.ts';
import { IntegrationRole } from './integration-role.ts';
import type { ServiceIntegrationProps, ServiceMethodOptions } from './service-integration.ts';

/** The records a request is turned into; `$streamName` is filled in at synth. */
export const REQUEST_TEMPLATE = templateFrom('shop-events.request.vtl');
/** What became of each event. */
export const RESPONSE_TEMPLATE = templateFrom('shop-events.response.vtl');

/** Properties for a `ShopEventsIntegration`. */
export interface ShopEventsIntegrationProps extends ServiceIntegrationProps {
  /** Where the events go. */
  readonly stream: kinesis.IStream;
}

/**
 * Puts the events of a web shop on a stream, one record each: a line of JSON.
 *
 * Nothing but the method's model looks at the events before they are on the stream: it must hold the whole schema.
 * The method needs an API key; its id says which shop the events are of. A record has the request's extended id,
 * since a caller chooses the other one.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export class ShopEventsIntegration extends Construct {
  /** For the method. */
  public readonly integration: apigateway.Integration;
  /** For the method. */
  public readonly methodOptions: ServiceMethodOptions;

  constructor(scope: Construct, id: string, { stream, answerHeaders }: ShopEventsIntegrationProps) {
    super(scope, id);
    const { integrationResponses, methodResponses } = answersOf(answerHeaders, [
      {
        status: 202,
        backendStatus: '200',
        body: RESPONSE_TEMPLATE,
        headers: { 'Content-Type': 'application/json' },
        overrides: [207],
      },
      // The model has seen to it that nothing is wrong with the events: what is left is a throttled call, or a fault of
      // ours, which must not be taken for the caller's.
      // https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html#API_PutRecords_Errors
      problemAnswer(503, 'None of the events can be taken at the moment: send them again.', '400'),
      problemAnswer(502, 'None of the events was taken: send them again.'),
    ]);

    this.integration = new apigateway.AwsIntegration({
      service: 'kinesis',
      action: 'PutRecords',
      options: {
        credentialsRole: puttingRole(this, stream),
        passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
        requestParameters: { 'integration.request.header.Content-Type': "'application/x-amz-json-1.1'" },
        requestTemplates: { 'application/json': REQUEST_TEMPLATE.replace('$streamName', () => stream.streamName) },
        integrationResponses,
      },
    });
    this.methodOptions = { methodResponses };
  }
}

function puttingRole(scope: Construct, stream: kinesis.IStream): iam.Role {
  const role = new IntegrationRole(scope, 'Role', "Puts the web shops' events on their stream.");
  role.addToPolicy(
    new iam.PolicyStatement({ sid: 'PutEvents', actions: ['kinesis:PutRecords'], resources: [stream.streamArn] }),
  );
  return role;
}

function templateFrom(file: string): string {
  return readFileSync(join(import.meta.dirname, file), 'utf8');
}
